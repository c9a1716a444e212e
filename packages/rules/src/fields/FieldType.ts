import type { NumberReading } from '../numbers/readNumber.ts'
import type { Counted } from '../numbers/wholeUnits.ts'
import type { Cell, Value } from '../types/Answers.ts'
import type { Field } from '../types/Kind.ts'
import type { Option } from '../types/Option.ts'
import type { TableId } from '../types/Pointer.ts'

export type FieldOf<T extends Field['type']> = Extract<Field, { type: T }>

/** The shape of a value as JSON Schema. */
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

/** What a row allows beyond its field: the steps of its scale, the rows it may name. */
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
  /** How a number was read, where that is worth a message. */
  reading?: NumberReading
}

/** Everything about one type of field. Values are compared by `sameCell`, whatever their type: equal values have one text. */
export interface FieldType<F extends Field = Field> {
  /** For readers of the JSON Schema; `isValue` decides. */
  schema(field: F): ValueShape
  /** Checks this value alone: bounds, decimals and the steps of a row's scale are findings. */
  isValue(field: F, value: Value): boolean
  /** The text of an optional cell left empty. */
  empty: string
  /** Reads a non-blank text; what does not parse is kept as typed. */
  read(field: F, text: string, context: ReadContext): CellReading
  /** A value for display. A text that is (no longer) a value of the type is shown as it is. */
  shown(field: F, value: string, allowed: Allowed): string
  chosenFrom(field: F): ChosenFrom
  /** Its values are small Markdown, shown as paragraphs and lists. */
  markdown: boolean
  /** Its values are numbers: with a unit, aligned right. */
  numeric: boolean
  /** Its maximum number of characters. */
  longest(field: F): number
  /** How many characters to make room for: 0 where it is always short, Infinity for running text. */
  room(field: F): number
  /** The minimum width of a table column in pixels. */
  width(field: F): number
}
