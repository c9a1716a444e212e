// A revision as it was frozen: the evaluated form as data, to be drawn without the catalogue it was made with.

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
/** What a form was computed with; null where it was the office's own draft, or nothing was there. */
interface FrozenSource {
  submission: string | null
  revision: number | null
  sha256: string
  status: Source['status']
}
export interface RevisionBody {
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
  /** Of one frozen since 2026-11-30: what its kind called figures, tables and choices then. */
  words?: FrozenWords
  figures: Figure[]
  findings: Finding[]
  attachments: FrozenAttachment[]
  lastChange: number
}

/** The contract leaves the body open, since it belongs to the form; what is frozen always has this shape. */
export const bodyOf = (revision: { body: Record<string, unknown> }): RevisionBody =>
  revision.body as unknown as RevisionBody
