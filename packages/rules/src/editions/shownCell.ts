import { exact } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { EditionCell, EditionTable } from './FrozenEdition.ts'

type Column = Pick<EditionTable['columns'][number], 'decimals'>

/** A quotient has 34 places; where a column does not say how many are shown, no more than these are. */
export const mostShown = 4

export const places = (value: string): number => value.split('.')[1]?.length ?? 0

/** How many decimals a number is shown with in its column; undefined: all it has. */
export const shownPlaces = ({ decimals }: Column, value: Decimal): number | undefined =>
  decimals ?? (places(exact(value).toFixed()) > mostShown ? mostShown : undefined)

/** What a cell says: its text, or its number with the decimals of its column. */
export function shownCell(column: Column, cell: EditionCell | undefined): string {
  if (cell?.text !== undefined) return cell.text
  if (cell?.value === undefined) return ''
  if (cell.value === null) return '–'
  const decimals = shownPlaces(column, cell.value)
  return formatNumber(cell.value, decimals === undefined ? {} : { decimals })
}
