import { parseDay, shortDay } from '../periods/dates.ts'
import { isDay } from '../periods/isDay.ts'
import type { FieldOf, FieldType } from './FieldType.ts'
import { keptAsTyped } from './keptAsTyped.ts'
import { plainField } from './plainField.ts'

/** A calendar day, `2026-03-31`. */
export const date: FieldType<FieldOf<'date'>> = {
  ...plainField,
  schema: () => ({ type: 'string', format: 'date' }),
  isValue: (_, value) => typeof value === 'string' && isDay(value),
  read: (_, text) => ({ cell: parseDay(text) ?? keptAsTyped(text) }),
  shown: (_, value) => (isDay(value) ? shortDay(value) : value),
}
