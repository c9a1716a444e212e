// A new type of field is its member of `Field` and its file here; the compiler names the rest: this record, the editors of the
// web, the reading of an archive, the answers that tests invent.
import type { Field } from '../types/Kind.ts'
import { boolean } from './boolean.ts'
import { choice } from './choice.ts'
import { date } from './date.ts'
import type { FieldOf, FieldType } from './FieldType.ts'
import { measure } from './measure.ts'
import { number } from './number.ts'
import { office } from './office.ts'
import { prose } from './prose.ts'
import { ref } from './ref.ts'
import { text } from './text.ts'

const fieldTypes: { [T in Field['type']]: FieldType<FieldOf<T>> } = {
  boolean,
  choice,
  date,
  measure,
  number,
  office,
  prose,
  ref,
  text,
}

/** What is known of the type of a field. */
export const fieldTypeOf = (field: Pick<Field, 'type'>): FieldType => fieldTypes[field.type]

/** Whether its values are numbers; not where the field is not known. */
export const isNumeric = (field: Pick<Field, 'type'> | undefined): boolean =>
  field !== undefined && fieldTypeOf(field).numeric
