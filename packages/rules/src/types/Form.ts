import type { Answers, Attached, Declared } from './Answers.ts'
import type { Catalogue, Confidence, Direction } from './Catalogue.ts'
import type { Figure } from './Figure.ts'
import type { Finding } from './Finding.ts'
import type { Kind, Table } from './Kind.ts'
import type { FieldId, RowId, TableId } from './Pointer.ts'
import type { RuleSet } from './RuleSet.ts'
import type { Scope, Source } from './Scope.ts'

export interface Row {
  table: TableId
  id: RowId
  parent: RowId | null
  label: string
  code?: string
  unit?: string | null
  direction?: Direction | null
  help?: string
  legal?: string
  warning?: string
  confidence?: Confidence
  fields: Record<FieldId, string> // id → label in this row
  required?: FieldId[] // by its table's `requires`
  states: Declared[]
  blocks: Block[] // the tables under it
}
export interface Block {
  table: TableId
  title: string
  layout: Table['layout']
  under: RowId | null
  rows: Row[]
  item: Row | null // the pattern of a row that users add
  head: Row | null
}
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
  review: Finding[] // of the cells an evaluator writes: his or her tasks in review, never the office's
  figures: Figure[]
  progress: Record<string, { filled: number; all: number }> // by section id
}
