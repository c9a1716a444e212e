import type { FormId } from '../reportTypes.ts'
import type { Decimal } from './Decimal.ts'
import type { Option } from './Option.ts'
import type { FieldId, RowId, TableId } from './Pointer.ts'

/** How a row's wording was compared with its regulation; all but the first two: "belum dicocokkan". */
export const confidences = ['verified', 'seen', 'partly-seen', 'inferred', 'memory', 'unsure'] as const
export type Confidence = (typeof confidences)[number]
/** Which values are better. */
export const directions = ['higher', 'lower'] as const
export type Direction = (typeof directions)[number]
export const formulaKinds = [
  'ratio',
  'quotient',
  'average',
  'direct',
  'growth',
  'deviation',
  'checklist',
  'category',
  'composite',
] as const
export type FormulaKind = (typeof formulaKinds)[number]
export interface RowFormula {
  kind: FormulaKind
  inputs: Record<FieldId, string> // field → its label in this row: "Jumlah ibu hamil"
  factor?: Decimal
  sense?: 'rise' | 'fall'
  combine?: 'mean' | 'sum' | 'weighted'
  scale?: string
}
/** The possible values of a row in its unit (0 to 100 for a share), and beyond which it asks for an explanation. Bounds are inclusive. */
export interface Bounds {
  min?: Decimal
  max?: Decimal
  oddBelow?: Decimal
  oddAbove?: Decimal
}
/** An attribute of catalogue rows: one of its choices, or a decimal where it may be one, or words where neither is said. */
export interface RowAttr {
  label: string
  need?: 'required'
  choices?: Option[]
  decimal?: true
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
  direction: Direction | null
  formula?: RowFormula
  attrs?: Record<string, string>
  bounds?: Bounds
  help?: string
  legal?: string
  warning?: string
  confidence: Confidence
  source?: string
  note?: string
  from: number // years; slices of one id never overlap
  to: number | null
}
/** An urusan or sub-urusan. */
export interface Group {
  id: string
  label: string
  code?: string
  parent?: string
}
export interface Catalogue {
  form: FormId
  title: string
  legal: string
  groups: Group[]
  rows: CatalogueRow[]
}
