// Odd results, and missing evidence. Above 100 and negative are valid unless the row's bounds exclude them.
import { oddCode, oddValue } from '../../form/rowBounds.ts'
import { decimalText, divide, exact, hundred, zero } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'
import type { Exact } from '../../types/Decimal.ts'
import type { Figure } from '../../types/Figure.ts'
import type { FieldId, RowId } from '../../types/Pointer.ts'
import { farChange } from './farChange.ts'
import type { LppdContext } from './lppdContext.ts'
import { operandsOf, type tables } from './tables.ts'

type Field = keyof (typeof tables)['indicators']['fields']

const shown = (value: Exact) => formatNumber(decimalText(value))
const rounded = (value: string) => formatNumber(value, { decimals: 2 })

/** `change`: against last year, in percent; null where there is nothing to compare with. */
export function remarks(c: LppdContext, row: RowId, ikk: Figure, change: Figure | null): void {
  const at = placeOf(c, row)
  if (ikk.why === 'zero-denominator') c.find('zero-denominator', at)
  const far = farChange(change, c.source('previous')?.status)
  if (far) c.find('far-from-last-year', at, far)
  if (!isImpossible(c, row, at, ikk)) overHundred(c, row)
  const evidence = c.catalogue(row)?.attrs?.evidence
  if (evidence && ikk.value !== null && !hasEvidence(c, row))
    c.find('evidence-missing', `/indicators/${row}/explanation`, { evidence })
}

/** An impossible or odd result of typed numbers. A value typed itself is judged like any cell. */
function isImpossible(c: LppdContext, row: RowId, at: ReturnType<typeof placeOf>, { value, unit }: Figure): boolean {
  const { bounds, formula } = c.catalogue(row) ?? {}
  if (value === null || !bounds || formula?.kind === 'direct') return false
  const result = `${rounded(value)}${unit && ` ${unit}`}`
  const { min, max } = bounds
  const beyond =
    (max !== undefined && exact(value).gt(exact(max)) && `paling besar ${formatNumber(max)}`) ||
    (min !== undefined && exact(value).lt(exact(min)) && `paling kecil ${formatNumber(min)}`)
  if (beyond) c.find('impossible-result', at, { result, bound: beyond })
  const odd = oddValue(value, bounds)
  if (odd) c.find(oddCode('indicators'), at, { ...odd, value: result })
  return Boolean(beyond)
}

/** Of a formula that does not name them. */
const unnamed = { numerator: 'Pembilang', denominator: 'Penyebut' }

/** A share of a whole that is more than the whole. */
function overHundred(c: LppdContext, row: RowId): void {
  const { formula, unit } = c.catalogue(row) ?? {}
  const numerator = c.number(`/indicators/${row}/numerator`)
  const denominator = c.number(`/indicators/${row}/denominator`)
  if (formula?.kind !== 'ratio' || unit !== '%' || !numerator || !denominator?.gt(zero)) return
  if (numerator.lte(denominator)) return
  const percent = formatNumber(decimalText(divide(numerator.times(hundred), denominator)), { decimals: 2 })
  const { numerator: part, denominator: whole } = { ...unnamed, ...formula.inputs }
  const values = { part, numerator: shown(numerator), whole, denominator: shown(denominator), percent }
  c.find('over-100', `/indicators/${row}/numerator`, values)
}

function placeOf(c: LppdContext, row: RowId): `/indicators/${string}/${Field}` {
  const [first] = operandsOf(c.catalogue(row) ?? {}) as Field[]
  return `/indicators/${row}/${first ?? 'explanation'}`
}

/** Attached to the indicator, or to any of its cells. */
function hasEvidence(c: LppdContext, row: RowId): boolean {
  const cells: FieldId[] = [...operandsOf(c.catalogue(row) ?? {}), 'source', 'explanation']
  return [`/indicators/${row}` as const, ...cells.map(field => `/indicators/${row}/${field}` as const)].some(
    at => c.attached(at) > 0,
  )
}
