// A frozen revision: the evaluated form as data, rendered without the catalogue it was made with.

import type { Answers, Figure, Finding, FormId, FrozenSection, PeriodKey, Source } from '@sepakat/rules'
import type { FrozenWords } from '@sepakat/rules/names/formNames.ts'

export interface FrozenAttachment {
  id: string
  anchor: string
  title: string
  number: string
  date: string | null
  page: string
  sha256: string
}
/** A source form; null where it was the office's own draft, or nothing was there. */
interface FrozenSource {
  submission: string | null
  revision: number | null
  sha256: string
  status: Source['status']
}
export type RevisionBody = {
  form: FormId
  formVersion: number
  office: { id: string; name: string }
  period: PeriodKey
  number: number
  n: number
  by: string
  at: string
  answers: Answers
  sources: Record<string, FrozenSource>
  sections: FrozenSection[]
  /** Of one frozen since 2026-11-30: the kind's names of figures, tables and choices then. */
  words?: FrozenWords
  figures: Figure[]
  findings: Finding[]
  attachments: FrozenAttachment[]
  lastChange: number
}

/** The contract leaves the body open, since it belongs to the form; a frozen one always has this shape. */
export const bodyOf = (revision: { body: Record<string, unknown> }): RevisionBody => revision.body as RevisionBody
