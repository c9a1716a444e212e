import type { FrozenSection } from '../form/frozenSections.ts'
import type { Figure } from '../types/Figure.ts'
import type { PeriodKey } from '../types/Pointer.ts'

/** What a paper is made from: a report as it was frozen, or as its draft is now, and what its region and office are called. */
export interface PaperGiven {
  /** `Kabupaten Nunukan`. */
  region: string
  office: string
  /** Who reviews: the unit that the region names for questions. */
  reviewers: string
  /** Where the office is, as letters of it say: `Nunukan`. */
  place: string
  /** Of the form. */
  title: string
  period: PeriodKey
  /** Of a numbered form: from 2 on it changes the one before. */
  number: number
  sections: readonly FrozenSection[]
  figures: readonly Figure[]
  /** Which submission this is; null of a draft. */
  submitted: { receipt: string; n: number; at: string; by: string } | null
  /** What the head of the office is called: `Camat Sebatik`; null where that is not known. */
  head: string | null
  /** That this submission was returned: the day in words, who did it, until when it is to be answered, and each note. */
  returned: {
    day: string
    by: string
    answerBy: string | null
    notes: { place: string; text: string }[]
  } | null
}

/** Null: not known, to be written by hand. */
export type PaperWord = string | null

export interface PaperTable {
  columns: { title: string; number?: true; share: number }[]
  /** A cell goes down over so many `rows`, over so many `columns`. */
  lines: { cells: { text: PaperWord; rows?: number; columns?: number }[]; sum?: true }[]
}
export interface PaperSigner {
  job: PaperWord
  name: PaperWord
  /** Under the name: rank, NIP. */
  under: string[]
}

/**
 * A paper of a report, as a template and what its names mean. `places` are the words in braces of a text: `{tahun}`. The functions
 * are code; the template is data, that a region can have its own of.
 */
export interface PaperKind {
  /** Of a submission alone, or of one that was returned, by those who returned it; else of drafts too. */
  of?: 'submission' | 'return'
  places: Record<string, (given: PaperGiven) => PaperWord>
  tables?: Record<string, (given: PaperGiven) => PaperTable>
  signers?: Record<string, (given: PaperGiven) => PaperSigner>
  template: PaperTemplate
}

/** The parts of a paper from above. A new page begins with `page`. */
export type PaperTemplate = readonly (
  | { part: 'letterhead'; office?: string } // of the report's own office unless said
  | { part: 'title'; lines: string[] }
  | { part: 'heading'; text: string }
  | { part: 'text'; text: string }
  | { part: 'lines'; lines: string[]; right?: true }
  | { part: 'facts'; facts: { name: string; said: string }[] }
  | { part: 'table'; table: string }
  | { part: 'signatures'; on: string; by: { as: string; signer: string }[] }
  | { part: 'page' }
)[]

/** A part with its words in their places. */
export type FilledPart =
  | { part: 'letterhead'; office?: string }
  | { part: 'page' }
  | { part: 'title'; lines: string[] }
  | { part: 'lines'; lines: string[]; right?: true }
  | { part: 'heading' | 'text'; text: string }
  | { part: 'facts'; facts: { name: string; said: string }[] }
  | ({ part: 'table' } & PaperTable)
  | { part: 'signatures'; on: string; by: (PaperSigner & { as: string })[] }
