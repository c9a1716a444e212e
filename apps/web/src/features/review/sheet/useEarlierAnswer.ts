import type { FieldId, FrozenRow } from '@sepakat/rules'
import { isDecimal } from '@sepakat/rules/numbers/decimal.ts'
import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { differenceText, earlierAnswer } from '#sheet/earlier.ts'
import { useReview } from '../ReviewContext.ts'

/** What an answer was in the previous period, and how much more it is now; null where there was none. */
export function useEarlierAnswer(row: FrozenRow, field: FieldId): { text: string; difference: string | null } | null {
  const { earlier, read } = useReview().sheet
  const spec = read.kind.tables[row.table]?.fields[field]
  const then = earlier && earlierAnswer(earlier, { table: row.table, row: row.id, field }, spec)
  if (!then) return null
  if ('state' in then) return { text: stateLabels[then.state].toLowerCase(), difference: null }
  const { cell } = then
  const now = row.values[field]
  const counts = typeof now === 'string' && typeof cell === 'string' && isDecimal(now) && isDecimal(cell)
  const difference = counts && spec?.type === 'number' ? differenceText(now, cell) : now === cell ? 'sama' : null
  return { text: read.names.cell(row.table, row.id, field, cell), difference }
}
