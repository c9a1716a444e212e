import pg from 'pg'
import { parseInstant } from './parseInstant.ts'

const own = new Map<number, (text: string) => unknown>([
  // Dates without time stay text: a day has no zone
  [pg.types.builtins.DATE, text => text],
  [pg.types.builtins.TIMESTAMPTZ, parseInstant],
])

/** What is made of each type of column. Exact numbers stay text (no float on the way). */
export const columnTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && own.get(oid)) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
} satisfies pg.CustomTypesConfig
