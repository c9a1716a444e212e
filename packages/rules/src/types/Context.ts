import type { Cell, Declared } from './Answers.ts'
import type { CatalogueRow, Group } from './Catalogue.ts'
import type { Decimal, Exact } from './Decimal.ts'
import type { Derivation, Figure, Input, ToldFigure } from './Figure.ts'
import type { Anchor, PeriodKey, Pointer, RowId, TableId } from './Pointer.ts'
import type { RuleSet, Scale } from './RuleSet.ts'
import type { Scope, Source } from './Scope.ts'

export interface Reader {
  rows(table: TableId, under?: RowId): RowId[]
  cell(at: Pointer): Cell | undefined
  text(at: Pointer): string | null
  number(at: Pointer): Exact | null // null when empty, unread, or the row has a state: what it keeps does not count
  state(table: TableId, row: RowId): Declared | null // its own or its parent's
  parent(table: TableId, row: RowId): RowId | null
}
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
/** What the figures of a region are made from, of one form and period, and the ways to make them. */
export interface RegionContext extends Pick<Context, 'rules' | 'of' | 'figure'> {
  period: PeriodKey
  groups: Group[]
  rows(under?: RowId): CatalogueRow[] // root rows that an office owes, in the catalogue's order; all rows under one
  owners(row: RowId): readonly string[] // the offices that owe a root row, `*`: the whole form; what does not apply in the region has none
  counted(office: string, code: string, row: RowId): Figure | null // null: it was not submitted
  countedRows(office: string, code: string): readonly RowId[] // those of which an office brought this figure
  name(row: RowId, label: string): void // of a row that the recap makes itself, as a category
  take(figure: Figure): Figure // of the only office that owes its row: it stays as it was frozen, under its own rule set
}
