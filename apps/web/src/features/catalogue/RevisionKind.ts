import type { ReactNode } from 'react'
import type { CatalogueRow, Revision, RowsWish } from './queries.ts'

/** What is typed beside the chosen rows, by field name. */
type RevisionDraft = Record<string, string>

/** One bulk change to rows of a catalogue. */
export interface RevisionKind {
  form: string
  title: string
  intro: string
  /** Which rows it applies to, and which of them are preselected. */
  wish: RowsWish
  preselected: (row: CatalogueRow) => boolean
  none: string
  /** Shown when there is nothing to do: what this would do, and why it is not needed. */
  noneAbout?: ReactNode
  first: RevisionDraft
  revision: (rows: { row: string; from: number }[], draft: RevisionDraft) => Omit<Revision, 'basedOn'>
  done: (changed: string) => string
  fields: (
    draft: RevisionDraft,
    onChange: (draft: RevisionDraft) => void,
    errorAt: (name: string) => string | undefined,
  ) => ReactNode
}
