import type { ListedCode } from '../nomenclature/nationalCodes.ts'
import type { Answers, Cell } from './Answers.ts'
import type { Option } from './Option.ts'
import type { FieldId, RowId, TableId } from './Pointer.ts'

// Lines of a document read into rows of a form.

/** Lines that users have elsewhere (a budget document, a list of codes), read into rows of the form. */
export interface LinesReader {
  table: TableId // the root list they are imported into
  title: string
  help: string
  codes?: (lines: string[][]) => string[] // the national codes they name, which `listed` then describes
  read: (
    lines: string[][],
    answers: Answers,
    listed?: ReadonlyMap<string, ListedCode>,
    chosen?: Readonly<Record<string, string>>, // question → option
  ) => LinesRead
}
/** A row that lines propose, after its parent. `id`: it exists already and gets only the cells it lacks. */
export interface LineRow {
  table: TableId
  key: string // names it among these
  above: string | null // the key of its parent row
  id: RowId | null
  cells: Record<FieldId, Cell>
  differs: FieldId[] // where the form has another value, which stays
}
export interface LinesRead {
  rows: LineRow[]
  notes: string[] // what was not read, or is odd, in words
  columns?: { heading: string; as: string | null }[] // the field of each column; null: ignored
  questions?: LinesQuestion[]
}
/** A question about lines that only the user can answer. `needed`: nothing is imported before it is answered. */
export interface LinesQuestion {
  id: string
  text: string
  options: Option[]
  needed: boolean
}
