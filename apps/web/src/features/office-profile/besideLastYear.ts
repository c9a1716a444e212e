import { parsePeriod } from '@sepakat/rules/periods/period.ts'
import type { FigureLine } from './queries.ts'

/** One figure of an office in two years; of last year where it was approved. */
export interface FigurePair {
  key: string
  form: string
  label: string
  /** 1 to 4; null of a whole year. */
  quarter: number | null
  before: FigureLine | undefined
  now: FigureLine | undefined
}

/** Figures of two years beside each other, by form and quarter; how complete a report is belongs to none of them. */
export function besideLastYear(before: readonly FigureLine[], now: readonly FigureLine[]): FigurePair[] {
  const pairs = new Map<string, FigurePair>()
  const put = (line: FigureLine, of: 'before' | 'now') => {
    if (line.figure.code === 'completeness') return
    const { quarter } = parsePeriod(line.period)
    const key = `${line.form} ${quarter ?? 0} ${line.figure.code}`
    const pair = pairs.get(key) ?? {
      key,
      form: line.form,
      label: line.label,
      quarter,
      before: undefined,
      now: undefined,
    }
    pairs.set(key, { ...pair, [of]: line })
  }
  for (const line of before) if (line.standing === 'final') put(line, 'before')
  for (const line of now) put(line, 'now')
  return [...pairs.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}
