import type { Field } from '@sepakat/rules'
import { boolean } from './boolean.tsx'
import { choice } from './choice.tsx'
import { chosenById } from './chosenById.tsx'
import { date } from './date.tsx'
import type { FieldUi, FieldUis } from './FieldUi.ts'
import { measure } from './measure.tsx'
import { number } from './number.tsx'
import { prose } from './prose.tsx'
import { text } from './text.tsx'

/** The compiler names a type of field that is not drawn yet. */
const fieldUis: FieldUis = {
  boolean,
  choice,
  date,
  measure,
  number,
  office: chosenById,
  prose,
  ref: chosenById,
  text,
}

export const fieldUiOf = (field: Pick<Field, 'type'>): FieldUi => fieldUis[field.type]
