import { fieldTypeOf } from '../fields/fieldTypeOf.ts'
import { earlierPeriods } from '../periods/earlierPeriods.ts'
import type { Kind } from '../types/Kind.ts'

/** Whether values from before the system can be imported: the form reads its own previous period, and has catalogue rows with answers. */
export const isArchivable = (kind: Kind): boolean =>
  earlierPeriods(kind, kind.period === 'year' ? '2000' : '2000-TW1').length > 0 &&
  Object.values(kind.tables).some(
    ({ rows, fields }) =>
      rows.from === 'catalogue' && Object.values(fields).some(field => fieldTypeOf(field).room(field) === 0),
  )
