import {
  type AttachmentRecord,
  decodeLineCursor,
  evaluateSubmission,
  findSubmission,
  type LineCursor,
  type LoadedForm,
  listAttachments,
  listLines,
  listNotes,
  loadFormOf,
  type Note,
  publishedForm,
  type Queryable,
  type RevisionLine,
  revisionBody,
  type SubmissionRecord,
} from '@sepakat/db'
import {
  type Answers,
  type Catalogue,
  type Figure,
  type FrozenSection,
  frozenSections,
  isOpen,
  type ReportType,
  type Source,
} from '@sepakat/rules'
import type { FrozenWords } from '@sepakat/rules/names/formNames.ts'
import { type Asker, mayRead } from '#submissions/asker.ts'
import { visibleRevisions } from '#submissions/visibleRevisions.ts'

/** A report as it was submitted, or as it is now while it is open with its office. */
export interface ExportedState {
  /** Null: as it is now. */
  revision: RevisionLine | null
  answers: Answers
  sections: FrozenSection[]
  figures: Figure[]
  /** How the forms were that it read, and what its kind called things; absent of what is open, or was not frozen yet. */
  sources?: Record<string, Pick<Source, 'status'>>
  words?: FrozenWords
}
export interface ExportedReport {
  submission: SubmissionRecord
  office: string
  loaded: LoadedForm
  catalogue: Catalogue
  states: ExportedState[]
  notes: Note[]
  attachments: AttachmentRecord[]
}

export interface ExportAsk {
  asker: Asker
  reach: { offices: string[] | null; reportTypes: ReportType[] | null }
  /** Itself and below. */
  office: string
  year?: number
  now: Date
}

const pageSize = 50

/** The reports of an office, one after the other: as much of each as who asks may read. Read by pages, so that it takes any number. */
export async function* exportedReports(tx: Queryable, { asker, ...ask }: ExportAsk): AsyncGenerator<ExportedReport> {
  let after: LineCursor | null = null
  do {
    const page = await listLines(tx, 'submission', {
      ...ask,
      practice: false,
      after,
      limit: pageSize,
      today: asker.today,
    })
    for (const { id, officeName } of page.rows) {
      const report = await readReport(tx, id, asker)
      if (report) yield { ...report, office: officeName }
    }
    after = page.next === null ? null : decodeLineCursor(page.next)
  } while (after !== null)
}

const readReport = async (tx: Queryable, id: string, asker: Asker): Promise<Omit<ExportedReport, 'office'> | null> => {
  const submission = await findSubmission(tx, id)
  if (!submission) return null
  const loaded = await loadFormOf(tx, submission, { drafts: false })
  const published = await publishedForm(tx, submission.form, submission.formVersion)
  if (!loaded || !published) return null
  const newest = (await visibleRevisions(tx, asker, submission)).at(-1)
  const frozen = newest ? await frozenState(tx, id, newest) : null
  const open = isOpen(submission.status) && mayRead(asker, submission) ? await openState(tx, submission) : null
  const named = new Set(frozen?.files)
  const files = await listAttachments(tx, id)
  return {
    submission,
    loaded,
    catalogue: published.catalogue,
    states: [frozen?.state, open].filter(state => state != null),
    notes: await listNotes(tx, id),
    attachments: files.filter(file => (mayRead(asker, submission) ? !file.removed : named.has(file.id))),
  }
}

type FrozenBody = Partial<Omit<ExportedState, 'revision'> & { attachments: { id: string }[] }>

const frozenState = async (tx: Queryable, id: string, revision: RevisionLine) => {
  const body: FrozenBody = (await revisionBody(tx, id, revision.n)) ?? {}
  const { answers = {}, sections = [], figures = [], attachments = [], sources, words } = body
  const state: ExportedState = {
    revision,
    answers,
    sections,
    figures,
    ...(sources && { sources }),
    ...(words && { words }),
  }
  return { state, files: attachments.map(file => file.id) }
}

const openState = async (tx: Queryable, submission: SubmissionRecord): Promise<ExportedState | null> => {
  const evaluated = await evaluateSubmission(tx, submission)
  if (!evaluated) return null
  const { loaded, answers, evaluation } = evaluated
  return { revision: null, answers, sections: frozenSections(loaded.form, answers), figures: evaluation.figures }
}
