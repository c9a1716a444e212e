import { isDecimal } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import type { Cell, Field, Option } from '../types.ts'
import { shortDay } from './dates.ts'

/** What a row allows besides what its field says: the steps of its scale, the rows it may name. */
export interface Allowed {
  steps?: readonly Option[] | null
  rows?: readonly Option[]
}

/** A cell as people read it. */
export function shownCell(field: Field, cell: Cell | undefined, allowed: Allowed = {}): string {
  if (cell === undefined) return ''
  if (typeof cell === 'object') return cell.asTyped
  if (typeof cell === 'boolean') return cell ? 'Ya' : 'Tidak'
  switch (field.type) {
    case 'number':
      return isDecimal(cell) ? formatNumber(cell) : cell
    case 'measure':
      return allowed.steps?.find(option => option.id === cell)?.label ?? (isDecimal(cell) ? formatNumber(cell) : cell)
    case 'choice':
      return field.options.find(option => option.id === cell)?.label ?? cell
    case 'date':
      return shortDay(cell)
    case 'ref':
    case 'office':
      return allowed.rows?.find(option => option.id === cell)?.label ?? cell
    default:
      return cell
  }
}
