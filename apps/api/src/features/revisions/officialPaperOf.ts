import {
  loadFormOf,
  loadRows,
  printedReport,
  type Queryable,
  type RevisionLine,
  readLetterhead,
  readSettings,
  type SubmissionRecord,
} from '@sepakat/db'
import { type OfficialPaper, officialPaper } from '@sepakat/documents'
import {
  assemble,
  type Figure,
  type FrozenSection,
  formTitle,
  frozenSections,
  kinds,
  periodTitle,
} from '@sepakat/rules'
import { paperOf } from '@sepakat/rules/kinds/paperOf.ts'
import { paperCode } from '@sepakat/rules/papers/paperCode.ts'
import { receiptId } from '@sepakat/rules/papers/receipt.ts'
import { dayOf, longInstant } from '@sepakat/rules/periods/dates.ts'
import { seatOf } from '#submissions/seatOf.ts'

interface Asked {
  /** Which of the papers of its form. */
  paper: string
  /** The submission it is of; null: the report as it is now, a draft. */
  line: RevisionLine | null
  /** The address of this installation, where papers are looked up. */
  publicUrl: string
}

/** An official paper of a report; null where its form has none of this name, or it is one of submissions alone. */
export const officialPaperOf = async (
  tx: Queryable,
  submission: SubmissionRecord,
  { paper: id, line, publicUrl }: Asked,
): Promise<OfficialPaper | null> => {
  const kind = paperOf(submission.form, id)
  if (!kind || (line === null && id === receiptId)) return null
  const report = line ? await frozenReport(tx, submission, line) : await draftReport(tx, submission)
  if (!report) return null
  const { region } = await readSettings(tx)
  const letterhead = await readLetterhead(tx, submission.officeId)
  const { office } = report
  const name = kinds[submission.form]?.papers?.[id] ?? 'tanda terima'
  const code = line ? paperCode(line.sha256) : ''
  return officialPaper({
    kind,
    given: {
      ...report,
      region: region.name,
      place: seatOf(letterhead, region),
      title: formTitle(submission.form),
      period: submission.period,
      number: submission.number,
      submitted: line && {
        receipt: line.receipt,
        n: line.n,
        day: dayOf(line.at, region.zone),
        at: longInstant(line.at.toISOString(), region.zone),
        by: report.by,
      },
    },
    letterhead: { region: region.name, office, address: letterhead?.address ?? '' },
    title: `${name.charAt(0).toUpperCase()}${name.slice(1)} · ${office} · ${periodTitle(submission.period)}`,
    proof: line && { number: line.receipt, code, address: `${publicUrl}/naskah/${line.receipt}/${code}` },
  })
}

interface ReportOnPaper {
  office: string
  sections: FrozenSection[]
  figures: Figure[]
  /** Who submitted it. */
  by: string
}

/** A report as it was frozen, by the names of then. */
async function frozenReport(
  tx: Queryable,
  submission: SubmissionRecord,
  line: RevisionLine,
): Promise<ReportOnPaper | null> {
  const printed = await printedReport(tx, submission, line)
  if (!printed) return null
  const { sections = [], figures = [], office } = printed.body as Partial<Frozen>
  return { office: office?.name ?? '', sections, figures, by: printed.by.name }
}
type Frozen = Pick<ReportOnPaper, 'sections' | 'figures'> & { office: { name: string } }

/** A report as it is now. Only its own office is given a draft, so that the drafts it reads are read too. */
async function draftReport(tx: Queryable, submission: SubmissionRecord): Promise<ReportOnPaper | null> {
  const loaded = await loadFormOf(tx, submission, { drafts: true })
  if (!loaded) return null
  const answers = assemble(await loadRows(tx, submission.id), loaded.kind)
  const { figures } = loaded.form.evaluate(answers)
  return { office: loaded.scope.office.name, sections: frozenSections(loaded.form, answers), figures, by: '' }
}
