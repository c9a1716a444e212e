import type { ListedCode } from '../nomenclature/nationalCodes.ts'
import type { Answers, Cell } from './Answers.ts'
import type { Option } from './Option.ts'
import type { FieldId, RowId, TableId } from './Pointer.ts'

// Lines of a document read into rows of a form.

/** Lines that people have elsewhere (a budget document, a list of codes), read into rows of the form. */
export interface LinesReader {
  table: TableId // the list at the root where they are taken in
  title: string
  help: string
  codes?: (lines: string[][]) => string[] // the national codes they name, which `listed` then tells of
  read: (
    lines: string[][],
    answers: Answers,
    listed?: ReadonlyMap<string, ListedCode>,
    chosen?: Readonly<Record<string, string>>, // question → option
  ) => LinesRead
}
/** A row that lines propose, after the one it hangs on. `id`: it is there already and gets only the cells it lacks. */
export interface LineRow {
  table: TableId
  key: string // names it among these
  above: string | null // the key of the row it hangs on
  id: RowId | null
  cells: Record<FieldId, Cell>
  differs: FieldId[] // where the form says something else, which stays
}
export interface LinesRead {
  rows: LineRow[]
  notes: string[] // what was not read, or is odd, in words
  columns?: { heading: string; as: string | null }[] // what each column is read as; null: not at all
  questions?: LinesQuestion[]
}
/** What only a person can say of lines. `needed`: nothing is taken in before it is answered. */
export interface LinesQuestion {
  id: string
  text: string
  options: Option[]
  needed: boolean
}
