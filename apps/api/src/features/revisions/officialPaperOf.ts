import {
  loadFormOf,
  loadRows,
  officeHead,
  ownPaperTemplate,
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
  type PaperGiven,
  type PaperKind,
  type PaperTemplate,
  periodTitle,
} from '@sepakat/rules'
import { paperOf } from '@sepakat/rules/kinds/paperOf.ts'
import { type FrozenWords, formNames } from '@sepakat/rules/names/formNames.ts'
import { paperCode } from '@sepakat/rules/papers/signing.ts'
import { templateFaults } from '@sepakat/rules/papers/templateFaults.ts'
import { dayOf, longInstant, spelledDay } from '@sepakat/rules/periods/dates.ts'
import { emblemOnPaper } from '#submissions/emblemOnPaper.ts'
import { seatOf } from '#submissions/seatOf.ts'
import { returnedWords } from './returnedWords.ts'
import { bareScope } from './revisionPaper.ts'

/** How the region wants a paper: its kind, its own template and its emblem. */
interface Wished {
  kind: PaperKind
  template: PaperTemplate
  emblem: OfficialPaper['emblem']
}

/** The template of the region where it has one that the kind of this release can still fill in, else the shipped one. */
async function paperByTemplate(tx: Queryable, paper: string, kind: PaperKind): Promise<Wished> {
  const own = await ownPaperTemplate(tx, paper)
  const template = own && templateFaults(kind, own).length === 0 ? own : kind.template
  return { kind, template, emblem: await emblemOnPaper(tx) }
}

interface Asked {
  /** Which of the papers of its form. */
  paper: string
  /** The submission it is of; null: the report as it is now, a draft. */
  line: RevisionLine | null
  /** The address of this installation, where papers are looked up. */
  publicUrl: string
}

/** An official paper of a report; null where its form has none of this name, or not of this submission or draft. */
export const officialPaperOf = async (
  tx: Queryable,
  submission: SubmissionRecord,
  { paper: id, line, publicUrl }: Asked,
): Promise<OfficialPaper | null> => {
  const kind = paperOf(submission.form, id)
  if (!kind || (kind.of && line === null)) return null
  const report = line
    ? await frozenReport(tx, submission, { line, isReturn: kind.of === 'return' })
    : await draftReport(tx, submission)
  if (!report || (kind.of === 'return' && report.returned === null)) return null
  const { region, contact } = await readSettings(tx)
  const own = await readLetterhead(tx, submission.officeId)
  const { office } = report
  const name = kinds[submission.form]?.papers?.[id] ?? id.replaceAll('-', ' ')
  const code = line ? paperCode(line.sha256) : ''
  return officialPaper({
    ...(await paperByTemplate(tx, id, kind)),
    given: {
      ...report,
      region: region.name,
      reviewers: contact.name,
      place: seatOf(own, region),
      title: formTitle(submission.form),
      period: submission.period,
      number: submission.number,
    },
    letterhead: { region: region.name, office, address: own?.address ?? '' },
    title: `${name.charAt(0).toUpperCase()}${name.slice(1)} · ${office} · ${periodTitle(submission.period)}`,
    proof: line && { number: line.receipt, code, address: `${publicUrl}/naskah/${line.receipt}/${code}` },
  })
}

type ReportOnPaper = Pick<PaperGiven, 'office' | 'sections' | 'figures' | 'submitted' | 'head' | 'day' | 'returned'>

interface Frozen {
  sections: FrozenSection[]
  figures: Figure[]
  office: { name: string }
  words: FrozenWords
}

/** A report as it was frozen, by the names of then. */
async function frozenReport(
  tx: Queryable,
  submission: SubmissionRecord,
  { line, isReturn }: { line: RevisionLine; isReturn: boolean },
): Promise<ReportOnPaper | null> {
  const printed = await printedReport(tx, submission, line)
  if (!printed) return null
  const { sections = [], figures = [], office: frozen, words } = printed.body as Partial<Frozen>
  const office = frozen?.name ?? ''
  const { zone } = printed.region
  const scope = printed.loaded?.scope ?? bareScope(submission, office)
  const { anchor: place } = formNames(sections, printed.kind, scope, undefined, words)
  return {
    office,
    sections,
    figures,
    submitted: { receipt: line.receipt, n: line.n, at: longInstant(line.at.toISOString(), zone), by: printed.by.name },
    head: printed.head,
    day: spelledDay(dayOf(line.at, zone)),
    returned: isReturn ? await returnedWords(tx, submission, { line, zone, place }) : null,
  }
}

/** A report as it is now. Only its own office is given a draft, so that the drafts it reads are read too. */
async function draftReport(tx: Queryable, submission: SubmissionRecord): Promise<ReportOnPaper | null> {
  const loaded = await loadFormOf(tx, submission, { drafts: true })
  if (!loaded) return null
  const answers = assemble(await loadRows(tx, submission.id), loaded.kind)
  return {
    office: loaded.scope.office.name,
    sections: frozenSections(loaded.form, answers),
    figures: loaded.form.evaluate(answers).figures,
    submitted: null,
    head: await officeHead(tx, submission.officeId, null),
    day: null,
    returned: null,
  }
}
