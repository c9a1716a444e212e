import type { FrozenRow } from '../form/frozenSections.ts'
import { type ValueBefore, valueBefore } from '../names/valueBefore.ts'
import { isDecimal } from '../numbers/decimal.ts'
import type { Cell } from '../types/Answers.ts'
import type { Field } from '../types/Kind.ts'
import type { FieldId } from '../types/Pointer.ts'
import { nothingWords } from '../words/nothingWords.ts'
import { unitInRow } from '../words/unitOf.ts'
import type { ReadForm } from './readForm.ts'

/** What a row says in one of its fields, for a reader. */
export interface Answer {
  /** Undefined for a field this application does not know. */
  spec: Field | undefined
  cell: Cell | undefined
  /** The value in words; '' for none. */
  text: string
  /** Of a number; '' for none. */
  unit: string
  /** What an empty one says. */
  nothing: string
  /** What the figures took from the previous period in its place. */
  before: ValueBefore | null
}

export function answerIn(form: ReadForm, row: FrozenRow, field: FieldId): Answer {
  const { table, id, label, required, values } = row
  const spec = form.kind.tables[table]?.fields[field]
  const cell = values[field]
  return {
    spec,
    cell,
    // an office names its row, as it was called then
    text: spec?.type === 'office' && cell !== undefined ? label : form.names.cell(table, id, field, cell),
    unit: typeof cell === 'string' && isDecimal(cell) ? unitInRow(spec, row) : '',
    nothing: nothingWords(spec, required?.includes(field) === true),
    before: cell === undefined ? valueBefore(form, row, field, form.figuresOf(id)) : null,
  }
}
