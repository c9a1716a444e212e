import type { Tree } from '@sepakat/rules'
import { type AnyColumn, type Column, isFigures, type SheetBlock } from '@sepakat/rules/sheet/outline.ts'
import type { ComponentType, HTMLAttributes, ReactNode, Ref } from 'react'

export type RowOf<B extends SheetBlock<B>> = B['rows'][number]

type Attributes = HTMLAttributes<HTMLElement> & { 'data-row'?: string | undefined; 'data-over'?: string | undefined }

export interface Columns {
  /** Over the names of the rows. */
  head: string
  /** All of them, from left to right. */
  all: readonly AnyColumn[]
  fields: readonly Column[]
  /** The figures that have a column. */
  codes: readonly string[]
}

/** `all`: from left to right. */
export const columnsIn = (head: string, all: readonly AnyColumn[]): Columns => ({
  head,
  all,
  fields: all.flatMap(column => (isFigures(column) ? [] : [column])),
  codes: all.flatMap(column => (isFigures(column) ? column.codes : (column.sum ?? []))),
})

export interface TableState {
  /** The same object while nothing changed. */
  columns: Columns
  /** The tables that are one here. */
  tree?: Tree | null
  props?: HTMLAttributes<HTMLTableElement>
  /** What is put around the table. */
  around?: (table: ReactNode) => ReactNode
}

interface RowState {
  props: Attributes
  /** Has a heading of its own; else the one above names it. */
  headed: boolean
  /** Its head names it without being a heading, as a number does. */
  numbered?: boolean
  /** Answers are shown, and the tables under it: no state is declared in their place. */
  answered: boolean
  /** Unfolded; so by default. */
  open?: boolean
  /** Has something of its own to fill in, as by default; else what is said of it comes after the tables under it. */
  asks?: boolean
}

interface DrawnRow<B extends SheetBlock<B>> {
  row: RowOf<B>
  index: number
  /** In a table over levels: the block it is in, how deep it is, and whether the lines under it are shown. */
  block?: B
  depth?: number
  open?: boolean | null
}

/** The rows of a block to draw, and the room that the others take. */
export interface DrawnRows<B extends SheetBlock<B>> {
  list?: Ref<HTMLElement>
  drawn: readonly DrawnRow<B>[]
  /** Of all of them. */
  count: number
  before: number
  after: number
  measure?: (element: Element | null) => void
}

interface RowProps<B extends SheetBlock<B>> {
  row: RowOf<B>
  block: B
}
export interface BelowProps {
  columns: Columns
  width: number
  /** In a table over levels. */
  tree: Tree | null
  children: ReactNode
}
export interface RowHeadProps<B extends SheetBlock<B>> extends RowProps<B> {
  headed: boolean
  /** Of its heading, where it has one. */
  id: string
  level: number
  /** The id of what names it. */
  labelledBy: string
}

/**
 * What a use of the sheet puts into its places: filling in, reviewing, printing. Places without a slot stay empty. The
 * same object at each drawing; the hooks read what they need from the contexts of the use.
 */
export interface Slots<B extends SheetBlock<B>> {
  /** Class names of the parts that the sheet draws itself. */
  parts: Partial<Record<'cards' | 'card' | 'region' | 'table' | 'tableRow' | 'rowName' | 'instead' | 'tools', string>>
  /** Of the block's element; null where it is not shown. */
  useBlock(block: B): Attributes | null
  /** Whether its rows are in columns; else one below the other. */
  useInColumns(block: B): boolean
  useTable(block: B): TableState
  useRows(block: B, inColumns: boolean): DrawnRows<B>
  useRow(row: RowOf<B>, block: B, section: string): RowState

  BlockHead: ComponentType<{ block: B; heading: ReactNode }>
  BlockFoot?: ComponentType<{ block: B }>
  /** The heading of a row, with what can be done with it. */
  RowHead: ComponentType<RowHeadProps<B>>
  /** The state it declares, with its reasons. */
  State: ComponentType<RowProps<B>>
  /** Its answers and figures, where they are not in columns. */
  Lines: ComponentType<RowProps<B>>
  /** What is said below its answers. */
  RowFoot?: ComponentType<RowProps<B> & { answered: boolean }>

  ColumnHead: ComponentType<{ block: B; column: Column }>
  FigureHead: ComponentType<{ block: B; codes: readonly string[] }>
  /** `depth`, `open`: in a table over levels. */
  RowName: ComponentType<RowProps<B> & { index: number; depth: number | undefined; open: boolean | null | undefined }>
  Cell: ComponentType<RowProps<B> & { column: Column }>
  /** The state it declares, in place of its cells. */
  StateCell?: ComponentType<RowProps<B>>
  Figure: ComponentType<RowProps<B> & { codes: readonly string[] }>
  /** What a row that is a sum has in the place of a field. */
  Sum?: ComponentType<RowProps<B> & { column: Column; code: string }>
  /** What can be done with a row, in a column at the end. */
  Tools?: ComponentType<RowProps<B>>
  /** What is said below a row in columns, as table rows of this width; `children`: the tables under it. */
  Below: ComponentType<RowProps<B> & BelowProps>
}

export interface BlocksProps<B extends SheetBlock<B>> {
  slots: Slots<B>
  blocks: readonly B[]
  /** The level of their headings, or of those inside one that has none. */
  level: number
  /** The id of the section. */
  section: string
  /** What is above them: the title of the section, or the name of a row. */
  under: string
  labelledBy?: string | undefined
}

/** What draws the rows of a block is given. */
export interface RowsProps<B extends SheetBlock<B>> extends Omit<BlocksProps<B>, 'blocks' | 'under'> {
  block: B
  /** The id of the block's name. */
  labelledBy: string
  /** Draws the tables under a row: blocks have rows and rows have blocks, and no module imports itself. */
  Blocks: ComponentType<BlocksProps<B>>
}

/** How many columns these take. */
export const spanOf = (columns: readonly AnyColumn[]): number =>
  columns.length + columns.filter(column => !isFigures(column) && column.earlier).length
