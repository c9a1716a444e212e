import type { Row } from '@sepakat/rules'
import { rowKey } from '#sheet/answers/cells.ts'
import { useOpen } from '../FormContext.ts'

/** Under this key a line of a table over levels has below it what is asked beside the columns. */
export const moreKey = (row: string): string => `more ${row}`

export const useMore = ({ table, id }: Pick<Row, 'table' | 'id'>) => useOpen(moreKey(rowKey({ table, row: id })), false)
