import type { Kind } from '../types/Kind.ts'
import type { PeriodKey } from '../types/Pointer.ts'

/** The earlier periods of itself that a form reads, the latest first, each with the name of its source. */
export const earlierPeriods = (
  { form, sources }: Pick<Kind, 'form' | 'sources'>,
  of: PeriodKey,
): { name: string; period: PeriodKey }[] =>
  Object.entries(sources(of))
    .flatMap(([name, source]) => (source.form === form ? [{ name, period: source.period }] : []))
    .sort((a, b) => (a.period < b.period ? 1 : -1))
