import { fieldTypeOf } from '../fields/fieldTypeOf.ts'
import type { Kind } from '../types/Kind.ts'

/** Whether values from before the system can be imported: the form reads its own previous period, and has catalogue rows with answers. */
export const isArchivable = (kind: Kind): boolean =>
  Object.values(kind.sources(kind.period === 'year' ? '2000' : '2000-TW1')).some(({ form }) => form === kind.form) &&
  Object.values(kind.tables).some(
    ({ rows, fields }) =>
      rows.from === 'catalogue' && Object.values(fields).some(field => fieldTypeOf(field).room(field) === 0),
  )
