import type { FieldId, FrozenRow } from '@sepakat/rules'
import { isDecimal } from '@sepakat/rules/numbers/decimal.ts'
import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { differenceText, earlierAnswer } from '#sheet/earlier.ts'
import { useReview } from '../ReviewContext.ts'
import { fieldSpec } from './fieldsOf.ts'

/** What an answer was in the previous period, and how much more it is now; null where there was none. */
export function useEarlierAnswer(row: FrozenRow, field: FieldId): { text: string; difference: string | null } | null {
  const { earlier, read, names } = useReview().sheet
  const then =
    earlier && earlierAnswer(earlier, { table: row.table, row: row.id, field }, fieldSpec(read.kind, row.table, field))
  if (!then) return null
  if ('state' in then) return { text: stateLabels[then.state].toLowerCase(), difference: null }
  const { cell } = then
  const now = row.values[field]
  const counts = typeof now === 'string' && typeof cell === 'string' && isDecimal(now) && isDecimal(cell)
  const isNumber = fieldSpec(read.kind, row.table, field)?.type === 'number'
  const difference = counts && isNumber ? differenceText(now, cell) : now === cell ? 'sama' : null
  return { text: names.cell(row.table, row.id, field, cell), difference }
}
