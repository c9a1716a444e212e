import type { EditionCell, EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import { exact } from '@sepakat/rules/numbers/decimal.ts'
import { formatNumber } from '@sepakat/rules/numbers/formatNumber.ts'

export type EditionColumn = EditionTable['columns'][number]

/** A quotient has 34 places; where a column does not say how many are shown, no more than these are. */
export const mostShown = 4

/** What a cell says on paper: its text, or its number with the decimals of its column. */
export const cellWords = (column: EditionColumn, cell: EditionCell | undefined): string => {
  if (cell?.text !== undefined) return cell.text
  if (cell?.value === undefined) return ''
  if (cell.value === null) return '–'
  return formatNumber(cell.value, column.decimals === undefined ? shownPlaces(cell.value) : column)
}

export const places = (value: string): number => value.split('.')[1]?.length ?? 0

const shownPlaces = (value: string): { decimals?: number } =>
  places(exact(value).toFixed()) > mostShown ? { decimals: mostShown } : {}

/** The head of a column, with its unit. */
export const columnWords = ({ title, unit }: EditionColumn): string => (unit ? `${title} (${unit})` : title)

/** As it is searched for in a file: on paper a space may not break. */
export const plainSpaces = (text: string): string => text.replaceAll('\u00a0', ' ')
