// The shapes of forms, answers and figures; docs/glossary.md holds the words. Change a shape only with a decision record.
import type { RowAttr } from './catalogue/RowAttr.ts'
import type { FormId } from './form/reportTypes.ts'
import type { LinesReader } from './lineTypes.ts'
import type { Exact } from './numbers/decimal.ts'
import type { Carry, SourceSpec } from './sourceTypes.ts'

export type { FormId, ReportType } from './form/reportTypes.ts'
export type { LineRow, LinesQuestion, LinesRead, LinesReader } from './lineTypes.ts'
export type TableId = string
export type RowId = string
export type FieldId = string
export type PeriodKey = string
export type Decimal = string
export type Pointer = `/${TableId}/${RowId}/${FieldId}`
export type RowPointer = `/${TableId}/${RowId}`
export type Anchor = '' | `/${string}`
export type Attached = Partial<Record<Anchor, number>> // how many attachments stand at each anchor
export type Declared = 'nil' | 'notApplicable' | 'notYetAvailable'
export type Value = string | boolean
export type Cell = Value | { asTyped: string } // 1 to 200 characters
export type Answers = Record<TableId, Record<RowId, Record<FieldId, Cell>>> // what GET gives, what programs send, what a revision freezes

export type Confidence = 'verified' | 'seen' | 'partly-seen' | 'inferred' | 'memory' | 'unsure' // all but the first two: "belum dicocokkan"
export type FormulaKind =
  | 'ratio'
  | 'quotient'
  | 'average'
  | 'direct'
  | 'growth'
  | 'deviation'
  | 'checklist'
  | 'category'
  | 'composite'
export interface RowFormula {
  kind: FormulaKind
  inputs: Record<FieldId, string> // field → its label in this row: "Jumlah ibu hamil"
  factor?: Decimal
  sense?: 'rise' | 'fall'
  combine?: 'mean' | 'sum' | 'weighted'
  scale?: string
}
/** What the value of a row can be in its unit (0 to 100 for a share), and beyond which it asks for an explanation. The bound itself is inside. */
export interface Bounds {
  min?: Decimal
  max?: Decimal
  oddBelow?: Decimal
  oddAbove?: Decimal
}
export interface CatalogueRow {
  id: RowId
  table: TableId
  parent?: RowId
  group?: string
  code: string
  codeOfficial: boolean
  label: string
  unit: string | null
  direction: 'higher' | 'lower' | null
  formula?: RowFormula
  attrs?: Record<string, string>
  bounds?: Bounds
  help?: string
  legal?: string
  warning?: string
  confidence: Confidence
  source?: string
  note?: string
  from: number
  to: number | null
} // years; slices of one id never overlap
export interface Group {
  id: string
  label: string
  code?: string
  parent?: string
} // urusan, sub-urusan
export interface Catalogue {
  form: FormId
  title: string
  legal: string
  groups: Group[]
  rows: CatalogueRow[]
}

export interface Scale {
  id: string
  bandOn: 'exact' | 'rounded2'
  bands: { id: string; label: string; from: Decimal | null; above?: true }[]
} // highest first; `above`: the bound itself is outside
/** The kinds of each report type add its part (their rules.ts). */
export interface RuleSet {
  id: string
  ordinals: Record<string, { id: string; label: string; value: Decimal }[]>
} // opini-bpk TMP 1 TW 2 WDP 3 WTP 4 · predikat-sakip D 1 … AA 7 · lke-grade E 0 D 30 C 50 CC 60 B 70 BB 80 A 90 AA 100

export interface Source {
  answers: Answers
  rows: Record<TableId, { id: RowId; parent: RowId | null; label: string }[]>
  status: 'approved' | 'handed-in' | 'archive' | 'draft' | 'given' // archive: brought in from before the system, never verified
  revision?: string
  submission?: string // the report it is, where it can be opened
  plan?: Scope['plan'] // the plan it was begun under
  figures?: ToldFigure[] // those the kind asks of this source
}
export type ToldFigure = Pick<Figure, 'code' | 'row' | 'value' | 'why' | 'unit' | 'band'> // what another form came to
export interface Scope {
  office: { id: string; name: string }
  period: PeriodKey
  number?: number // of a numbered form: 1, the default, is the first; 2 and up change it
  rows: RowId[] | '*'
  plan: { from: number; to: number }
  sources: Record<string, Source>
  offices?: Option[] // those of the region, by the names they have in the period; of a kind that asks for offices
}
export interface Option {
  id: string
  label: string
}
export type Field = {
  label: string | ((s: Scope) => string)
  help?: string
  need?: 'required' | 'counted' | 'optional' // counted unless said: an empty one is shown and lowers completeness; required: it also blocks handing in
  carry?: Carry // filled in when the submission is made
  before?: FieldId // it asks for what source `previous` says under this other field
  writer?: 'office' | 'evaluator'
} & ( // office unless said; an evaluator's cells are open in review and leave his or her hands clean
  | { type: 'number'; decimals?: number; min?: Decimal; max?: Decimal; unit?: string } // unit: its own, not the row's; '' where its label says it
  | { type: 'measure' }
  | { type: 'text'; max?: number }
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
  | { from: 'items'; of?: TableId | TableId[] } // people add them
  | {
      from: 'source'
      source: string
      table: TableId
      of?: TableId
      where?: (c: Record<FieldId, Cell>, row: RowId, s: Scope) => boolean
    } // rows of another form, ids and order kept
export interface Table {
  title: string
  rows: Rows
  section?: 'row' | 'group' | 'table' // root tables only: a section per row (SPM), per top group (LPPD), or one (always, for items)
  layout: 'card' | 'grid' | 'list'
  counts: 'row' | 'block' | 'no' // completeness: each row is an item, or all rows under one parent are one
  states?: Declared[]
  named?: FieldId // of rows people add: the answer that names the row
  coded?: FieldId // the answer that is its printed code
  fields: Record<FieldId, Field>
  uses?: (row: CatalogueRow) => FieldId[] // which columns this row has
  ownRule?: true // its figures follow from the kind alone: of a row's formula only the words for its inputs count
  requires?: (row: CatalogueRow) => FieldId[] // which of them are required in this row, whatever their field says
  formulas?: Partial<Record<FormulaKind, FieldId[]>> // how its rows may be computed, and what each way asks for; absent: without a formula
  attrs?: Record<string, RowAttr> // what else a row of the catalogue says here
}
export interface Kind {
  form: FormId
  title: string
  period: 'year' | 'quarter'
  numbered: false | { reason: Pointer } // the cell that says why a number from 2 on was begun
  order?: number // among the forms of its report type, as the work goes; those without come by their names
  reviewer: 'verifier' | 'evaluator'
  signed?: true // its print is a paper that parties sign: it carries nothing of the catalogue's own state
  sources: (p: PeriodKey) => Record<string, SourceSpec>
  after?: (p: PeriodKey) => Pick<SourceSpec, 'form' | 'period'>[] // what it follows in the work of a year without reading it
  tables: Record<TableId, Table>
  findings: Record<string, { level: Level; table: TableId; message: (v: Record<string, string>) => string }>
  figures: Record<string, { label: string; unit: string }>
  lines?: LinesReader
  check: (c: Context) => void
  compute: (c: Context) => void
  consolidate?: { of: string; by: string; counts: string; compute: (c: RegionContext) => void } // the region's figures, where a form has any; `of`: what is owed, `by`: what they are shown by, `counts`: the figure that says a row came in
}
export interface Reader {
  rows(table: TableId, under?: RowId): RowId[]
  cell(at: Pointer): Cell | undefined
  text(at: Pointer): string | null
  number(at: Pointer): Exact | null // null when empty, unread, or the row has a state: what it keeps does not count
  state(table: TableId, row: RowId): Declared | null
  parent(table: TableId, row: RowId): RowId | null
} // state: its own or its parent's
export interface Context extends Reader {
  rules: RuleSet
  scope: Scope
  attached(at: Anchor): number
  catalogue(row: RowId): CatalogueRow | undefined
  source(
    name: string,
  ): (Reader & Pick<Source, 'status' | 'revision' | 'plan'> & { figure(key: string): ToldFigure | null }) | null // key: `code/row`
  find(code: string, at: Pointer | '', values?: Record<string, string>): void // '': of the form as a whole, never to be explained
  input(name: string, at: Pointer, more?: Partial<Input> & { from?: string }): Input
  of(name: string, f: Figure, more?: Partial<Input>): Input
  figure(f: {
    code: string
    row?: RowId
    formula: string
    inputs: Input[]
    left?: Derivation['left']
    params?: Record<string, Decimal>
    cap?: Decimal | null
    floor?: Decimal | null
    band?: Scale | Figure['band'] // a band already found is taken over with the value it was found for
    basis?: Figure['basis']
    legal?: string
    unit?: string // where it is the row's own, not the kind's
  }): Figure
}
/** A figure of an office that counts: as final of its approved revision, as provisional of one that was handed in. */
export interface CountedFigure {
  office: string
  standing: 'final' | 'provisional'
  figure: Figure
}
/** What the figures of a region are made from, of one form and period, and the ways to make them. */
export interface RegionContext extends Pick<Context, 'rules' | 'of' | 'figure'> {
  period: PeriodKey
  groups: Group[]
  rows(under?: RowId): CatalogueRow[] // root rows that an office owes, in the catalogue's order; all rows under one
  owners(row: RowId): readonly string[] // the offices that owe a root row, `*`: the whole form; what does not apply in the region has none
  counted(office: string, code: string, row: RowId): Figure | null // null: nothing of it was handed in
  countedRows(office: string, code: string): readonly RowId[] // those of which an office brought this figure
  take(figure: Figure): Figure // of the only office that owes its row: it stays as it was frozen, under its own rule set
}

export interface Row {
  table: TableId
  id: RowId
  parent: RowId | null
  label: string
  code?: string
  unit?: string | null
  direction?: 'higher' | 'lower' | null
  help?: string
  legal?: string
  warning?: string
  confidence?: Confidence
  fields: Record<FieldId, string>
  required?: FieldId[] // by its table's `requires`
  states: Declared[]
  blocks: Block[]
} // fields: id → label in this row; blocks: the tables under it
export interface Block {
  table: TableId
  title: string
  layout: Table['layout']
  under: RowId | null
  rows: Row[]
  item: Row | null
  head: Row | null
} // item: the pattern of a row that people add
export interface Section {
  id: string
  title: string
  group: string | null
  blocks: Block[]
}
export interface Form {
  kind: Kind
  sections: Section[]
  rows(a: Answers): Source['rows']
  evaluate(a: Answers, attached?: Attached): Evaluation
}
export type BuildForm = (kind: Kind, catalogue: Catalogue, rules: RuleSet, scope: Scope) => Form
export interface Evaluation {
  findings: Finding[]
  review: Finding[] // of the cells an evaluator writes: his or hers to see to in review, never the office's
  figures: Figure[]
  progress: Record<string, { filled: number; all: number }>
} // by section id
export type Level = 'wrong' | 'empty' | 'explain' | 'notice'
export interface Finding {
  code: string
  level: Level
  at: Anchor
  message: string
  blocks: boolean
  why?: Pointer
}
export type NotComputable = 'empty' | 'unread' | 'zero-denominator' | 'no-inputs' | Declared
export interface Input {
  name: string
  at: string
  value: Decimal | null
  state?: NotComputable
  group?: string
  weight?: Decimal
}
export interface Derivation {
  formula: string
  inputs: Input[]
  left: { at: string; why: NotComputable }[]
  params: Record<string, Decimal>
  cap: Decimal | null
  floor: Decimal | null
  ruleSet: string
  legal: string | null
}
export interface Figure {
  code: string
  row: RowId | ''
  value: Decimal | null
  why: NotComputable | null
  raw: Decimal | null
  numerator: Decimal | null
  denominator: Decimal | null
  unit: string
  band: { scale: string; id: string; label: string } | null
  basis: 'year-to-date' | 'practice' | null
  derivation: Derivation
}

export type ActorId = `post:${string}` | `key:${string}` | 'system'
export interface StoredCell {
  v: Cell | null
  rev: number
  by: ActorId
  at: string
}
export type StoredRow = Record<FieldId, StoredCell> // AnswerRow.fields; $parent, $position and $removed are cells like the others

export type Place = { parent: RowId | null; position: string }
export type Change = { changeId: string; base?: number; via?: 'import' } & (
  | { op: 'set'; pointer: Pointer; value: Cell; seen?: Cell }
  | { op: 'clear'; pointer: Pointer; seen?: Cell }
  | { op: 'add'; pointer: RowPointer; value: Place }
  | { op: 'move'; pointer: RowPointer; value: Place }
  | { op: 'remove'; pointer: RowPointer }
)
export type Result = { changeId: string } & (
  | { result: 'applied' | 'already'; rev: number }
  | {
      result: 'conflict'
      yours: Cell | Place | null
      theirs: {
        pointer: Pointer | RowPointer
        value: Cell | Place | 'removed' | null
        rev: number
        by: ActorId
        at: string
      }
    }
  | {
      result: 'locked'
      why: 'status' | 'period' | 'contribution' | 'writer'
      status: string
      since: string
      by: ActorId | null
    }
  | {
      result: 'bad-shape'
      code: 'unknown-pointer' | 'wrong-type' | 'twice-in-batch' | 'change-id-reused' | 'no-parent' | 'too-many-rows'
      message: string
    }
)
