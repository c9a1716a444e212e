import { type FormId, type Kind, kinds, parsePeriod } from '@sepakat/rules'
import { invalid, problem } from '../../http/problem.ts'

/** The kind of the form in the path. */
export const kindOf = ({ type, form }: { type: string; form: string }): Kind => {
  const kind = kinds[`${type}/${form}` as FormId]
  if (!kind) throw problem('not-found')
  return kind
}

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
