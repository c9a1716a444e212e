// A kind's checks and figures refer to its own tables only: a misspelt table, field, finding or figure does not compile.

import type { Context, Reader, RegionContext } from '../types/Context.ts'
import type { Exact } from '../types/Decimal.ts'
import type { Figure, Input } from '../types/Figure.ts'
import type { Kind, Table } from '../types/Kind.ts'
import type { RowId } from '../types/Pointer.ts'
import { coreFigures } from './coreFigures.ts'
import { oddFindings } from './rowBounds.ts'

type Tables = Record<string, Table>
type CoreField = 'state' | 'reason' | 'publisher' | 'expected' | `why-${string}`
type Name<K> = K & string

/** Pointers into these tables. */
export type PointerInto<T extends Tables> = {
  [K in Name<keyof T>]: `/${K}/${string}/${Name<keyof T[K]['fields']> | CoreField}`
}[Name<keyof T>]

type FigureOf<G> = Parameters<Context['figure']>[0] & { code: Name<keyof G> }

/** The Context of a kind, narrowed to its own tables, findings and figures; sources are other forms and stay open. */
export interface ContextOf<T extends Tables, F, G> extends Omit<Context, keyof Reader | 'find' | 'input' | 'figure'> {
  rows(table: Name<keyof T>, under?: RowId): RowId[]
  cell(at: PointerInto<T>): ReturnType<Reader['cell']>
  text(at: PointerInto<T>): string | null
  number(at: PointerInto<T>): Exact | null
  state(table: Name<keyof T>, row: RowId): ReturnType<Reader['state']>
  parent(table: Name<keyof T>, row: RowId): RowId | null
  find(code: Name<keyof F> | `odd-${Name<keyof T>}`, at: PointerInto<T> | '', values?: Record<string, string>): void
  input(name: string, at: PointerInto<T>, more?: Partial<Input>): Input
  input(name: string, at: string, more: Partial<Input> & { from: string }): Input
  figure(figure: FigureOf<G>): Figure
}

/** The RegionContext of a kind, narrowed to its own figures. */
export interface RegionOf<G> extends Omit<RegionContext, 'counted' | 'countedRows' | 'figure'> {
  counted(office: string, code: Name<keyof G>, row: RowId): Figure | null
  countedRows(office: string, code: Name<keyof G>): readonly RowId[]
  figure(figure: FigureOf<G>): Figure
}

type Definition<T extends Tables, F extends Kind['findings'], G extends Kind['figures']> = Omit<
  Kind,
  'tables' | 'findings' | 'figures' | 'check' | 'compute' | 'consolidate'
> & {
  tables: T
  findings: F
  figures: G
  check: (c: ContextOf<T, F, G>) => void
  compute: (c: ContextOf<T, F, G>) => void
  consolidate?: {
    of: string
    by: string
    counts: Name<keyof G> | keyof typeof coreFigures
    compute: (c: RegionOf<G>) => void
  }
}

/** Declares a kind; every form also has the figure `completeness`. */
export function defineKind<const T extends Tables, const F extends Kind['findings'], const G extends Kind['figures']>(
  kind: Definition<T, F, G>,
): Kind {
  return {
    ...kind,
    findings: { ...kind.findings, ...oddFindings(kind.tables) },
    figures: { ...kind.figures, ...coreFigures },
  }
}
