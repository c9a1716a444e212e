import type { Answers, Figure, FrozenSection, Kind, PeriodKey } from '@sepakat/rules'
import { type FormNames, type FrozenWords, formNames } from '@sepakat/rules/names/formNames.ts'

/** What is read of the body of a revision to say where a figure comes from. */
export interface FrozenBody extends Record<string, unknown> {
  office: { id: string; name: string }
  period: PeriodKey
  answers: Answers
  sources: Record<string, { submission: string | null; revision: number | null }>
  sections: FrozenSection[]
  words?: FrozenWords
  figures: Figure[]
  attachments: { id: string; anchor: string; title: string; number: string; date: string | null; page: string }[]
}

/** What a revision calls its rows, fields and figures. */
export const namesOf = (kind: Kind, { office, period, sections, words }: FrozenBody): FormNames => {
  const year = Number(period.slice(0, 4))
  const scope = { office, period, rows: '*' as const, plan: { from: year, to: year }, sources: {} }
  return formNames(sections, kind, scope, undefined, words)
}
