import type { FrozenSection } from '../form/frozenSections.ts'
import type { Figure } from '../types/Figure.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import type { TextBlock } from '../words/parseMarkdown.ts'

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
  /** Who headed the office then, as its post is called: `Camat Sebatik`; null where that is not known. */
  head: { title: string; name: string; nip: string | null } | null
  /** The day it was submitted, in words; null of a draft. */
  day: string | null
  /** That this submission was returned: the day in words, who did it, until when it is to be answered, and each note. */
  returned: {
    day: string
    by: string
    answerBy: string | null
    notes: { place: string; text: string }[]
  } | null
  /** Inside an `each` of the template: what this one is called, and what was written of it. */
  item?: { title: string; code: string; text: string }
}

/** Null: not known, to be written by hand. */
export type PaperWord = string | null

export interface PaperTable {
  /** Columns side by side of one `over` have it as a title over theirs. */
  columns: { title: string; over?: string; number?: true; share: number }[]
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
 * A paper of a report, as a template and what its names mean. `places` are the words in braces of a text: `{tahun}`; `each` says of
 * what a run of parts is repeated, each time for a part of the report. The functions are code; the template is data, that a region
 * can have its own of.
 */
export interface PaperKind {
  /** Of a submission alone, or of one that was returned, by those who returned it; else of drafts too. */
  of?: 'submission' | 'return'
  places: Record<string, (given: PaperGiven) => PaperWord>
  tables?: Record<string, (given: PaperGiven) => PaperTable>
  signers?: Record<string, (given: PaperGiven) => PaperSigner>
  each?: Record<string, (given: PaperGiven) => PaperGiven[]>
  template: PaperTemplate
}

/** The parts of a paper from above. A new page begins with `page`; from a `wide` one on pages lie on their side, until the next. */
export type PaperTemplate = readonly PaperPart[]
export type PaperPart = PlainPart | { part: 'each'; each: string; parts: PlainPart[] }
export type PlainPart =
  | { part: 'letterhead'; office?: string } // of the report's own office unless said
  | { part: 'cover' | 'title'; lines: string[] }
  | { part: 'contents' }
  | { part: 'heading'; text: string; level?: 3 | 4 }
  | { part: 'text'; text: string }
  | { part: 'prose'; of: string } // what the office wrote, in its own paragraphs and lists
  | { part: 'lines'; lines: string[]; right?: true }
  | { part: 'facts'; facts: { name: string; said: string }[] }
  | { part: 'table'; table: string }
  | { part: 'signatures'; on: string; by: { as: string; signer: string }[] }
  | { part: 'page'; wide?: true }

/** A part with its words in their places. */
export type FilledPart =
  | { part: 'letterhead'; office?: string }
  | { part: 'page'; wide?: true }
  | { part: 'contents' }
  | { part: 'cover' | 'title'; lines: string[] }
  | { part: 'lines'; lines: string[]; right?: true }
  | { part: 'heading'; text: string; level?: 3 | 4 }
  | { part: 'text'; text: string }
  | { part: 'prose'; blocks: TextBlock[] }
  | { part: 'facts'; facts: { name: string; said: string }[] }
  | ({ part: 'table' } & PaperTable)
  | { part: 'signatures'; on: string; by: (PaperSigner & { as: string })[] }
