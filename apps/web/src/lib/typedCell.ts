// From what a person typed or pasted to a cell, and back. Text that does not parse is kept as it was typed.
import type { Cell, Decimal, Field, Option } from '@sepakat/rules'
import { type NumberReading, readNumber } from '@sepakat/rules/numbers/readNumber.ts'
import { type Counted, countedIn } from '@sepakat/rules/numbers/wholeUnits.ts'
import { stepPattern } from '@sepakat/rules/rule-sets/stepPattern.ts'
import { parseDay } from './dates.ts'
import type { Allowed } from './shownCell.ts'

export { type Allowed, shownCell } from './shownCell.ts'

export interface Typed {
  cell: Cell | null
  /** How a number was read, where one was asked. */
  reading?: NumberReading
}

const kept = (text: string): Cell => ({ asTyped: text.trim().slice(0, 200) })
const plain = (text: string) => text.trim().toLowerCase()

const choose = (text: string, options: readonly Option[]): Cell =>
  options.find(option => plain(option.id) === plain(text) || plain(option.label) === plain(text))?.id ?? kept(text)

function typedNumber(text: string, source: 'typed' | 'pasted', counted: Counted): Typed {
  const reading = readNumber(text, source, counted)
  if (reading.kind === 'empty') return { cell: null, reading }
  return { cell: reading.kind === 'number' ? reading.value : kept(text), reading }
}

function typedMeasure(text: string, source: 'typed' | 'pasted', steps: Allowed['steps'], counted: Counted): Typed {
  if (steps) return { cell: choose(text, steps) }
  const typed = typedNumber(text, source, counted)
  return typed.reading?.kind === 'unreadable' && stepPattern.test(text.trim()) ? { cell: text.trim() } : typed
}

const yes = ['ya', 'y', 'yes', 'true', 'benar', '1', 'v', '✓']
const no = ['tidak', 't', 'no', 'false', 'salah', '0', 'x']

function typedBoolean(text: string): Cell {
  if (yes.includes(plain(text))) return true
  return no.includes(plain(text)) ? false : kept(text)
}

/** What the row allows besides what its field says, and what its numbers are counted in. */
export interface InRow extends Allowed {
  unit?: string | null | undefined
}

/** Reads text into a cell of this field. An empty text empties the cell. */
export function typedCell(field: Field, text: string, source: 'typed' | 'pasted', allowed: InRow = {}): Typed {
  const counted = countedIn(field, allowed.unit)
  if (text.trim() === '') return { cell: null }
  switch (field.type) {
    case 'number':
      return typedNumber(text, source, counted)
    case 'measure':
      return typedMeasure(text, source, allowed.steps, counted)
    case 'text':
    case 'prose':
      return { cell: source === 'pasted' ? text.trim() : text }
    case 'choice':
      return { cell: choose(text, field.options) }
    case 'boolean':
      return { cell: typedBoolean(text) }
    case 'date':
      return { cell: parseDay(text) ?? kept(text) }
    case 'ref':
    case 'office':
      return { cell: choose(text, allowed.rows ?? []) }
  }
}

/** A decimal as it is edited: no grouping, so that a digit added at the end stays a digit. */
export const editedNumber = (value: Decimal): string => value.replace('.', ',')
