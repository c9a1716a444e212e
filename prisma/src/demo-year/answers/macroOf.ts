import type { Answers } from '@sepakat/rules'
import { printedRows } from '../printedTables.ts'
import type { Ask } from '../YearOffice.ts'

/** What each grows by in a year from the last number that Nunukan published (2023), or from a plausible one. */
const grows: Record<string, { of?: string; start?: number; step: number }> = {
  ipm: { of: 'IPM', step: 0.55 },
  'pertumbuhan-ekonomi': { of: 'Laju pertumbuhan ekonomi', step: 0.12 },
  kemiskinan: { start: 6.1, step: -0.15 },
  pengangguran: { start: 3.4, step: -0.1 },
  'pendapatan-per-kapita': { start: 148.2, step: 4.6 },
  gini: { start: 0.28, step: -0.002 },
}

/** Macro performance of the regency, for each year and the one before it. */
export const macroOf = ({ year }: Ask): Answers => ({
  macro: Object.fromEntries(
    Object.entries(grows).map(([row, { of, start = 0, step }]) => {
      const printed = printedRows('lkpj.csv', null).find(
        ({ daerah, tahun, uraian }) => daerah === 'Nunukan' && tahun === '2023' && uraian === of,
      )
      const at = (y: number) =>
        String(Number(((printed ? Number(printed.realisasi) : start) + step * (y - 2023)).toFixed(3)))
      return [
        row,
        {
          ...{ current: at(year), previous: at(year - 1), publication: `Kabupaten Nunukan dalam Angka ${year + 1}` },
          ...{ published: `${year + 1}-02-27`, final: 'provisional' },
        },
      ]
    }),
  ),
})
