import type { FormId } from '../reportTypes.ts'
import type { Cell, Declared } from './Answers.ts'
import type { CatalogueRow, FormulaKind, RowAttr } from './Catalogue.ts'
import type { Context, RegionContext } from './Context.ts'
import type { Decimal } from './Decimal.ts'
import type { Level } from './Finding.ts'
import type { LinesReader } from './LinesReader.ts'
import type { Option } from './Option.ts'
import type { FieldId, PeriodKey, Pointer, RowId, TableId } from './Pointer.ts'
import type { Carry, Scope, SourceSpec } from './Scope.ts'

export type Field = {
  label: string | ((s: Scope) => string)
  help?: string
  need?: 'required' | 'counted' | 'optional' // counted by default: an empty one is shown and lowers completeness; required: it also blocks submitting
  carry?: Carry // filled in when the submission is created
  before?: FieldId // asks for the value of source `previous` under this other field
  writer?: 'office' | 'evaluator' // the office by default; an evaluator's cells are open in review and do not count as own work
  judges?: FieldId // an evaluator's: what he or she says of this answer of the office, which may be taken over as it is
  proposed?: string // an evaluator's: the figure whose band is proposed
} & (
  | { type: 'number'; decimals?: number; min?: Decimal; max?: Decimal; unit?: string } // unit: its own, not the row's; '' where its label says it
  | { type: 'measure' }
  | { type: 'text'; max?: number; suggest?: Option[] } // `suggest`: names that are offered; what else is written counts too
  | { type: 'prose'; max?: number }
  | { type: 'choice'; options: Option[] }
  | { type: 'boolean' }
  | { type: 'date' }
  | { type: 'ref'; to: TableId }
  | { type: 'office' } // one of the region's, by its id; it names its row, so that it is called by its name in a revision
)
type Rows =
  | { from: 'catalogue'; of?: TableId } // rows of the catalogue with this table (`of`: children of its rows)
  | { from: 'each'; of: TableId } // one per row of that table, same id
  | { from: 'items'; of?: TableId | TableId[] } // users add them
  | {
      from: 'source' // rows of another form, ids and order kept
      source: string
      table: TableId
      of?: TableId
      where?: (c: Record<FieldId, Cell>, row: RowId, s: Scope) => boolean
    }
export interface Table {
  title: string
  rows: Rows
  section?: 'row' | 'group' | 'table' // root tables only: a section per row (SPM), per top group (LPPD), or one (always, for items)
  layout: 'card' | 'grid' | 'list'
  counts: 'row' | 'block' | 'no' // completeness: each row is an item, or all rows under one parent are one
  states?: Declared[]
  named?: FieldId // of rows users add: the answer that names the row
  coded?: FieldId // the answer that is its printed code
  fields: Record<FieldId, Field>
  uses?: (row: CatalogueRow) => FieldId[] // which columns this row has
  ownRule?: true // its figures follow from the kind alone: of a row's formula only the words for its inputs count
  requires?: (row: CatalogueRow) => FieldId[] // which of them are required in this row, whatever their field says
  formulas?: Partial<Record<FormulaKind, FieldId[]>> // how its rows may be computed, and what each way asks for; absent: without a formula
  attrs?: Record<string, RowAttr> // what else a row of the catalogue says here
}
/** Tables that are one on a wide screen: a line for each of their rows, under the row it belongs to, folding in place. */
export interface Tree {
  tables: TableId[] // the root first
  columns: TreeColumn[] // in the order of the work; what else a row asks is below its line, on demand
}
type TreeColumn =
  | { field: FieldId; sum?: string } // `sum`: the figure that rows above those with the field have in its place
  | { figures: string[] } // the first of them that a row has
export interface Kind {
  form: FormId
  title: string
  period: 'year' | 'quarter'
  numbered: false | { reason: Pointer } // the cell with the reason for a number from 2 on
  order?: number // among the forms of its report type, in working order; those without are sorted by name
  reviewer: 'verifier' | 'evaluator'
  signed?: true // its print is a paper that parties sign: it shows nothing of the catalogue's own state
  papers?: Record<string, string> // official papers made of it: id → name on the button that makes it
  headSigns?: string // which of them the head of the office signs
  sources: (p: PeriodKey) => Record<string, SourceSpec>
  after?: (p: PeriodKey) => Pick<SourceSpec, 'form' | 'period'>[] // what it follows in the work of a year without reading it
  tables: Record<TableId, Table>
  tree?: Tree
  findings: Record<string, { level: Level; table: TableId; message: (v: Record<string, string>) => string }>
  figures: Record<string, { label: string; unit: string; decidedBy?: string; ofBranch?: string }> // `decidedBy`: the figure of the same row that decides a constant in it; `ofBranch`: what a part of the region calls it, where its label says the region
  lines?: LinesReader
  check: (c: Context) => void
  compute: (c: Context) => void
  consolidate?: { of: string; by: string; counts: string; compute: (c: RegionContext) => void } // the region's figures, where a form has any; `of`: what is owed, `by`: what they are shown by, `counts`: the figure that says a row came in
}
