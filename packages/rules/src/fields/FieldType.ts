import type { NumberReading } from '../numbers/readNumber.ts'
import type { Counted } from '../numbers/wholeUnits.ts'
import type { Cell, Value } from '../types/Answers.ts'
import type { Field } from '../types/Kind.ts'
import type { Option } from '../types/Option.ts'
import type { TableId } from '../types/Pointer.ts'

export type FieldOf<T extends Field['type']> = Extract<Field, { type: T }>

/** What a value looks like, as JSON Schema says it. */
export type ValueShape =
  | { type: 'boolean' }
  | {
      type: 'string'
      pattern?: string
      format?: 'date'
      enum?: string[]
      minLength?: number
      maxLength?: number
    }

/** What the values of a field are chosen from: options of its own, the steps of its row's scale, rows of a table, the region's offices; nothing where they are written. */
interface ChosenFrom {
  options?: readonly Option[]
  steps?: true
  rowsOf?: TableId
  offices?: true
}

/** What a row allows besides what its field says: the steps of its scale, the rows it may name. */
export interface Allowed {
  steps?: readonly Option[] | null
  rows?: readonly Option[]
}

export interface ReadContext {
  source: 'typed' | 'pasted'
  allowed: Allowed
  counted: Counted
}

export interface CellReading {
  cell: Cell | null
  /** How a number was read, where one was asked. */
  reading?: NumberReading
}

/** All that is known of one type of field. Two values are compared by `sameCell`, whatever their type: one value has one text. */
export interface FieldType<F extends Field = Field> {
  /** For readers of the JSON Schema; `isValue` decides. */
  schema(field: F): ValueShape
  /** Looks at this value alone: bounds, decimals and the steps of a row's scale are findings. */
  isValue(field: F, value: Value): boolean
  /** What is said of a cell that may be left open and was. */
  empty: string
  /** Reads text that is not blank; what does not parse is kept as typed. */
  read(field: F, text: string, context: ReadContext): CellReading
  /** A value as people read it. A text that is no value of the type (any more) is shown as it is. */
  shown(field: F, value: string, allowed: Allowed): string
  chosenFrom(field: F): ChosenFrom
  /** Its values are small Markdown, shown as paragraphs and lists. */
  markdown: boolean
  /** Its values are numbers: counted in a unit, aligned right. */
  numeric: boolean
  /** How many letters it takes at most. */
  longest(field: F): number
  /** How many letters it makes room for: 0 where it is short whatever is typed, Infinity for running text. */
  room(field: F): number
  /** Pixels a column of a table needs at least. */
  width(field: F): number
}
