import { createHash } from 'node:crypto'
import { type FormId, type PeriodKey, periodYear, type QuarterFigure } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { memory } from '../forms/memory.ts'
import { newestVersion } from '../forms/publishedForm.ts'
import { rulesOfYear } from '../forms/ruleSets.ts'
import { countedTexts } from '../submissions/countedRowsOf.ts'
import { type LoadedCounted, loadCounted } from '../submissions/loadCounted.ts'
import { loadOwing } from '../submissions/loadOwing.ts'
import { otherRulesIn } from '../submissions/otherRules.ts'
import { reportsSeen } from '../submissions/reportsSeen.ts'

/** By form, period and what it was made of, in short: of one region there are some dozens. */
const known = memory<{ madeOf: string; figure: QuarterFigure }>(200)

/**
 * What a form came to in each of these periods, of those in which something counts. What counts, who owes it and by which rules is read
 * each time; the figures only where one of these is another than the last time, one period after the other: they are many.
 */
export const quarterFigures = async (
  tx: Queryable,
  { form, periods }: { form: FormId; periods: readonly PeriodKey[] },
  make: (loaded: LoadedCounted) => QuarterFigure,
): Promise<QuarterFigure[]> => {
  const years = [...new Set(periods.map(periodYear))]
  const reports = await reportsSeen(tx, { forms: [form], periods, provisional: true })
  const [textOf, othersIn, version, owing, rules] = await Promise.all([
    countedTexts(reports),
    otherRulesIn(reports),
    newestVersion(tx, form),
    Promise.all(years.map(year => loadOwing(tx, [form], year))),
    Promise.all(years.map(year => rulesOfYear(tx, year))),
  ])
  const found: QuarterFigure[] = []
  for (const period of periods) {
    const counted = textOf(form, period)
    if (counted === '') continue
    const year = years.indexOf(periodYear(period))
    const owners = [...(owing[year]?.(form, period)?.owners ?? [])]
    const other = othersIn(form, period).length
    const madeOf = digest(JSON.stringify([counted, version, rules[year]?.id, owners, other]))
    const kept = known.get(`${form} ${period}`)
    if (kept?.madeOf === madeOf) {
      found.push(kept.figure)
      continue
    }
    const [loaded] = await loadCounted(tx, { form, periods: [period], provisional: true })
    if (loaded) found.push(known.set(`${form} ${period}`, { madeOf, figure: make(loaded) }).figure)
  }
  return found
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64')
