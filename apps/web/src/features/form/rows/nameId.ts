import type { Row } from '@sepakat/rules'

/** The id of the element that says the name of a row in columns. */
export const nameId = ({ table, id }: Pick<Row, 'table' | 'id'>): string => `${table}/${id}:name`
