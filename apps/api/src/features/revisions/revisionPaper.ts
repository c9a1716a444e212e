import {
  actorNames,
  changedCells,
  printedReport,
  type Queryable,
  type RevisionLine,
  type SubmissionRecord,
} from '@sepakat/db'
import { type Paper, type Report, reportPaper } from '@sepakat/documents'
import { type Answers, archiveMark, type Scope } from '@sepakat/rules'
import { stepsIn } from '@sepakat/rules/names/stepsOfRow.ts'
import { dayOf, longInstant } from '@sepakat/rules/periods/dates.ts'
import { seatOf } from '#submissions/seatOf.ts'
import { correctedCellView } from './view.ts'

/** Enough to name things by, where the form itself can no longer be built. */
export const bareScope = ({ officeId, period }: Pick<SubmissionRecord, 'officeId' | 'period'>, name: string): Scope => {
  const year = Number(period.slice(0, 4))
  return { office: { id: officeId, name }, period, rows: '*', plan: { from: year, to: year }, sources: {} }
}

/** All that a revision changed in the one it corrects, in the order it was first touched; nothing where it corrects none. */
export const correctedCells = async (
  tx: Queryable,
  submission: string,
  { lastChange, corrects }: Pick<RevisionLine, 'lastChange' | 'corrects'>,
) => {
  if (!corrects) return []
  const changed = await changedCells(tx, submission, { after: corrects.of, lastChange })
  const nameOf = await actorNames(
    tx,
    changed.map(({ actor }) => actor),
  )
  return changed.map(cell => correctedCellView(cell, nameOf))
}

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
