import { type Kind, parsePeriod } from '@sepakat/rules'
import { invalid } from '#http/problem.ts'

/** Refuses a year where the form is filed by quarter, and a quarter where it is filed by year. */
export const fitsPeriod = (kind: Kind, period: string): void => {
  const isQuarter = parsePeriod(period).quarter !== null
  if (isQuarter === (kind.period === 'quarter')) return
  throw invalid(
    '/period',
    kind.period === 'quarter'
      ? 'Formulir ini dilaporkan per triwulan. Tulis periode seperti 2026-TW3.'
      : 'Formulir ini dilaporkan per tahun. Tulis periode seperti 2026.',
  )
}
