import type { Answers, Cell } from '@sepakat/rules'
import { draw } from '../draw.ts'
import type { Ask } from '../YearOffice.ts'
import { planYear, type YearIndicator } from '../yearIndicators.ts'
import { sumOf, yearPrograms } from '../yearPrograms.ts'
import { registerRows } from './registerOf.ts'

/** Of the money of a year, what is spent by the end of each quarter, in per cent of what is spent in the year. */
const spentBy = { 1: 16, 2: 41, 3: 67, 4: 100 } as const

const awaited = {
  ...{
    state: 'notYetAvailable',
    reason: 'Evaluasi dilakukan sesudah tahun berakhir.',
    publisher: 'Inspektorat Daerah',
  },
  expected: 'Triwulan IV',
}

const reachedBy = (ask: Ask, { sort, reached, name }: YearIndicator): Record<string, Cell> => {
  const { quarter } = ask
  const final = reached[planYear(ask)]!
  if (sort === 'graded') return quarter === 4 ? { realization: final } : awaited
  const swing = quarter === 4 ? 100 : 97 + (draw(ask.seed, ask.office.code, ask.year, quarter, name) % 5)
  const part = sort === 'grows' ? quarter / 4 : 1
  return { realization: String(Number(((Number(final) * part * swing) / 100).toFixed(2))) }
}

/** What an office measured in a quarter against its agreement. */
export const quarterOf = (ask: Ask): Answers => {
  const { seed, office, year, firstYear, quarter } = ask
  return {
    indicators: Object.fromEntries(registerRows(ask).indicators.map(it => [it.id, reachedBy(ask, it)])),
    programs: Object.fromEntries(
      yearPrograms(seed, office, year, firstYear).map(program => [
        program.id,
        { spent: String(Math.floor((sumOf(program, 'spent') * spentBy[quarter]) / 100)) },
      ]),
    ),
  }
}
