import { fieldTypeOf } from '../fields/fieldTypeOf.ts'
import type { Kind } from '../types/Kind.ts'

/** Whether values from before the system can be brought in: the form reads its own period before, and has rows of a catalogue that are more than told. */
export const isArchivable = (kind: Kind): boolean =>
  Object.values(kind.sources(kind.period === 'year' ? '2000' : '2000-TW1')).some(({ form }) => form === kind.form) &&
  Object.values(kind.tables).some(
    ({ rows, fields }) =>
      rows.from === 'catalogue' && Object.values(fields).some(field => fieldTypeOf(field).room(field) === 0),
  )
