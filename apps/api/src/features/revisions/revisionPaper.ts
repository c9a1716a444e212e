import { actorNames, printedReport, type Queryable, type RevisionLine, type SubmissionRecord } from '@sepakat/db'
import { type Paper, type Report, reportPaper } from '@sepakat/documents'
import { type Answers, archiveMark } from '@sepakat/rules'
import { stepsIn } from '@sepakat/rules/names/stepsOfRow.ts'
import { dayOf, longInstant } from '@sepakat/rules/periods/dates.ts'
import { seatOf } from '#submissions/seatOf.ts'
import { bareScope } from './bareScope.ts'
import { correctedCells } from './correctedCells.ts'

/** The paper of a revision, from what was frozen and who headed its office then; null where there is none. */
export const revisionPaper = async (
  tx: Queryable,
  submission: SubmissionRecord,
  line: RevisionLine,
): Promise<Paper | null> => {
  const printed = await printedReport(tx, submission, line)
  if (!printed) return null
  const { kind, loaded, catalogue, version, region, title, period, by, head, letterhead, seal } = printed
  const {
    sections = [],
    figures = [],
    attachments = [],
    sources = {},
    answers = {},
    office,
    words,
  } = printed.body as Partial<Frozen>
  const name = office?.name ?? ''
  const scope = loaded?.scope ?? bareScope(submission, name)
  const at = line.at.toISOString()
  const { corrects } = line
  const cells = await correctedCells(tx, submission.id, line)
  const nameOf = await actorNames(tx, [corrects?.by ?? null])
  return reportPaper({
    kind,
    scope,
    stepsAt: loaded && catalogue ? stepsIn(answers, { scope, rules: loaded.rules, catalogue }, words) : undefined,
    body: { sections, figures, attachments, sources, words },
    correction: corrects
      ? {
          about: { ...corrects, by: nameOf(corrects.by), at: corrects.at.toISOString() },
          cells,
          long: instant => longInstant(instant, region.zone),
        }
      : undefined,
    letterhead: { region: region.name, office: name, address: letterhead?.address ?? '' },
    title,
    period,
    standing: standingOf(line),
    place: seatOf(letterhead, region),
    day: dayOf(at, region.zone),
    signer: head ?? { title: `Kepala ${name}`, name: null, nip: null },
    sha256: line.sha256,
    facts: {
      'Nomor tanda terima': line.receipt,
      Kiriman: `ke-${line.n}`,
      'Waktu dikirim': longInstant(at, region.zone),
      [line.evaluated ? 'Ditetapkan oleh' : 'Dikirim oleh']: by.name,
    },
    technical: {
      'SHA-256': line.sha256,
      ...(seal && { Segel: `${seal.mark}, ${longInstant(seal.at.toISOString(), region.zone)}` }),
      'Aturan penghitungan': line.ruleSet,
      'Versi formulir': String(version),
    },
  })
}

const standingOf = ({ n, receipt, evaluated, status }: RevisionLine): string =>
  status === 'archive'
    ? `${archiveMark}, nomor ${receipt}`
    : evaluated
      ? `hasil penilaian, nomor ${receipt}`
      : `kiriman ke-${n}`

type Frozen = Report['body'] & { answers: Answers; office: { name: string } }
