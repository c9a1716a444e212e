// What is odd in a result, or not yet proved. Nothing of it is refused: above 100 and negative are valid.
import { decimalText, divide, type Exact, hundred, zero } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'
import type { FieldId, Figure, RowId } from '../../types.ts'
import { farChange } from './farChange.ts'
import type { LppdContext } from './lppdContext.ts'
import { operandsOf, type tables } from './tables.ts'

type Field = keyof (typeof tables)['indicators']['fields']

const shown = (value: Exact) => formatNumber(decimalText(value))

/** `change`: against last year, in percent; null where there is nothing to compare with. */
export function remarks(c: LppdContext, row: RowId, ikk: Figure, change: Figure | null): void {
  const at = placeOf(c, row)
  if (ikk.why === 'zero-denominator') c.find('zero-denominator', at)
  const far = farChange(change, c.source('previous')?.status)
  if (far) c.find('far-from-last-year', at, far)
  overHundred(c, row)
  const evidence = c.catalogue(row)?.attrs?.evidence
  if (evidence && ikk.value !== null && !hasEvidence(c, row))
    c.find('evidence-missing', `/indicators/${row}/explanation`, { evidence })
}

/** A share of a whole that is more than the whole. */
function overHundred(c: LppdContext, row: RowId): void {
  const { formula, unit } = c.catalogue(row) ?? {}
  const numerator = c.number(`/indicators/${row}/numerator`)
  const denominator = c.number(`/indicators/${row}/denominator`)
  if (formula?.kind !== 'ratio' || unit !== '%' || !numerator || !denominator?.gt(zero)) return
  if (numerator.lte(denominator)) return
  const percent = formatNumber(decimalText(divide(numerator.times(hundred), denominator)), { decimals: 2 })
  const values = { numerator: shown(numerator), denominator: shown(denominator), percent }
  c.find('over-100', `/indicators/${row}/numerator`, values)
}

function placeOf(c: LppdContext, row: RowId): `/indicators/${string}/${Field}` {
  const [first] = operandsOf(c.catalogue(row) ?? {}) as Field[]
  return `/indicators/${row}/${first ?? 'explanation'}`
}

/** Attached to the indicator, or beside any of its cells. */
function hasEvidence(c: LppdContext, row: RowId): boolean {
  const cells: FieldId[] = [...operandsOf(c.catalogue(row) ?? {}), 'source', 'explanation']
  return [`/indicators/${row}` as const, ...cells.map(field => `/indicators/${row}/${field}` as const)].some(
    at => c.attached(at) > 0,
  )
}
