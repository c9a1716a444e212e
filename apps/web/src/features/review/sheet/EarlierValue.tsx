import type { FieldId, FrozenRow } from '@sepakat/rules'
import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { declaredState } from '@sepakat/rules/sheet/outline.ts'
import { useReview } from '../ReviewContext.ts'
import { fieldSpec } from './fieldsOf.ts'

/** The same answer in the previous period; nothing where there was none. */
export function EarlierValue({ row, field }: { row: FrozenRow; field: FieldId }) {
  const { sheet } = useReview()
  const cells = sheet.earlier?.answers[row.table]?.[row.id]
  const state = declaredState(cells)
  if (state) return stateLabels[state].toLowerCase()
  const then = cells?.[fieldSpec(sheet.read.kind, row.table, field)?.before ?? field]
  if (then === undefined) return null
  if (then === row.values[field]) return 'sama'
  return sheet.names.cell(row.table, row.id, field, then)
}
