// Two views of the same rows: as the server has them, and as shown, with unsent changes applied.
import type { Answers, Cell, FieldId, Place, RowId, StoredCell, StoredRow, TableId } from '@sepakat/rules'
import { assemble } from '@sepakat/rules/saving/assemble.ts'
import { sameCell } from '@sepakat/rules/saving/cell.ts'
import { branchOf, type KnownRows } from '@sepakat/rules/saving/hanging.ts'
import type { KindShape } from '@sepakat/rules/saving/kindShape.ts'
import { cellsOfPlace } from '@sepakat/rules/saving/place.ts'
import { cellOf, memoryView, placeOf, type RowRecord, type RowRef, removalOf } from '@sepakat/rules/saving/stored.ts'
import type { Learned, Pending } from '#sync/outbox/pending.ts'

export type Revs = Record<TableId, Record<RowId, Record<FieldId, number>>>
export interface Segments {
  table: TableId
  row: RowId
  /** Undefined for a row's pointer. */
  field: FieldId | undefined
}

export function segmentsOf(pointer: string): Segments {
  const [, table = '', row = '', field] = pointer.split('/')
  return { table, row, field }
}

export const rowKey = ({ table, row }: RowRef): string => `/${table}/${row}`
/** The row a finding, an attachment or a note belongs to. */
export function rowOfAnchor(anchor: string): Segments | null {
  const segments = segmentsOf(anchor)
  return segments.table === '' || segments.row === '' ? null : segments
}
/** The address of that row. */
export function rowAnchorOf(anchor: string): string | null {
  const row = rowOfAnchor(anchor)
  return row && rowKey(row)
}
/** The opposite of `segmentsOf`. */
export const joined = ({ table, row, field }: Segments): string =>
  field === undefined ? rowKey({ table, row }) : `${rowKey({ table, row })}/${field}`

const stored = (v: Cell | null, rev: number): StoredCell => ({ v, rev, by: 'system', at: '' })

/** The answers as fetched for editing. */
export interface FetchedAnswers {
  answers: Answers
  revs: Revs
  /** Removed rows and their children, which can be restored. */
  removed: Answers
}

function recordsOf(answers: Answers, revs: Revs): RowRecord[] {
  return Object.entries(answers).flatMap(([table, rows]) =>
    Object.entries(rows).map(([row, cells]) => ({
      table,
      row,
      fields: Object.fromEntries(
        Object.entries(cells).map(([field, v]) => [field, stored(v, revs[table]?.[row]?.[field] ?? 0)]),
      ),
    })),
  )
}

/** Emptied cells keep their `rev`: it is the base of the next change. */
function emptied({ answers, revs, removed }: FetchedAnswers): { row: RowRef; fields: StoredRow }[] {
  return Object.entries(revs).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, cells]) => {
      const kept = answers[table]?.[row] ?? removed[table]?.[row]
      const gone = Object.entries(cells).filter(([field]) => kept?.[field] === undefined)
      if (gone.length === 0) return []
      return [
        { row: { table, row }, fields: Object.fromEntries(gone.map(([field, rev]) => [field, stored(null, rev)])) },
      ]
    }),
  )
}

type Content = Pick<Pending, 'op' | 'value'>

/** The cells affected by a change; of a removal, the row's place, where it is known. */
function leaves({ op, value }: Content, field: FieldId | undefined): Record<FieldId, Cell | null> {
  if (field !== undefined) return { [field]: op === 'set' ? (value as Cell) : null }
  if (op === 'remove') return { ...(value !== null && cellsOfPlace(value as Place)), $removed: true }
  return { ...cellsOfPlace(value as Place), $removed: null }
}

export type Cells = ReturnType<typeof cellsOf>

/** `learn` is called for every value taken from the server. */
export function cellsOf(
  kind: KindShape,
  knownRows: KnownRows,
  fetched: FetchedAnswers,
  learn: (learned: Omit<Learned, 'known'>) => void = () => {},
) {
  const records = [fetched.answers, fetched.removed].flatMap(some => recordsOf(some, fetched.revs))
  const server = memoryView(records)
  const shown = memoryView(records)
  for (const write of emptied(fetched)) server.write(write)
  const tree = { view: shown, kind, knownRows }

  const at = (view: typeof server, pointer: string): StoredCell | undefined => {
    const { table, row, field } = segmentsOf(pointer)
    return field === undefined ? undefined : cellOf(view.row(table, row), field)
  }

  return {
    tree,
    get: (pointer: string): Cell | undefined => at(shown, pointer)?.v ?? undefined,
    saved: (pointer: string): Cell | undefined => at(server, pointer)?.v ?? undefined,
    place: ({ table, row }: RowRef): Place | null => {
      const fields = shown.row(table, row)
      return removalOf(fields) ? null : placeOf(fields)
    },
    savedPlace: ({ table, row }: RowRef): Place | null => {
      const fields = server.row(table, row)
      return removalOf(fields) ? null : placeOf(fields)
    },
    /** Where a row was that is removed now. */
    formerPlace: ({ table, row }: RowRef): Place | null => placeOf(server.row(table, row)),
    /** The base of a change made now: the cell's `rev`, the place's, or that of a removal. */
    baseOf(pointer: string, op: Exclude<Pending['op'], 'remove'>): number {
      const { table, row, field } = segmentsOf(pointer)
      if (field !== undefined) return at(server, pointer)?.rev ?? 0
      const fields = server.row(table, row)
      return op === 'add' ? (removalOf(fields)?.rev ?? 0) : (cellOf(fields, '$position')?.rev ?? 0)
    },
    /** Takes a value from the server, unless a newer one is known. */
    accept(pointer: string, content: Content, rev: number): boolean {
      const { table, row, field } = segmentsOf(pointer)
      const before = server.row(table, row)
      const news = Object.entries(leaves(content, field)).filter(([name]) => (cellOf(before, name)?.rev ?? 0) < rev)
      if (news.length === 0) return false
      learn({ pointer, op: content.op, value: content.op === 'remove' ? placeOf(before) : content.value, rev })
      server.write({ row: { table, row }, fields: Object.fromEntries(news.map(([name, v]) => [name, stored(v, rev)])) })
      return true
    },
    /** Shows the unsent value, else the server's; true where that changes what is shown. */
    show(pointer: string, unsent: Content | undefined): boolean {
      const { table, row, field } = segmentsOf(pointer)
      const names = field === undefined ? ['$parent', '$position', '$removed'] : [field]
      const own = server.row(table, row)
      const fields = Object.fromEntries(names.map(name => [name, cellOf(own, name) ?? stored(null, 0)]))
      const over = Object.entries(unsent ? leaves(unsent, field) : {}).map(([name, v]) => [name, stored(v, 0)])
      const next = { ...fields, ...Object.fromEntries(over) }
      const before = shown.row(table, row)
      const changed = names.some(name => !sameCell(cellOf(before, name)?.v ?? null, next[name]?.v ?? null))
      if (changed) shown.write({ row: { table, row }, fields: next })
      return changed
    },
    /** The row with all its children, as shown. */
    branch: (ref: RowRef): RowRef[] => branchOf(tree, ref),
    fields: ({ table, row }: RowRef): [FieldId, Cell][] =>
      Object.entries(shown.row(table, row) ?? {}).flatMap(([field, { v }]) =>
        v === null || field.startsWith('$') ? [] : [[field, v] as [FieldId, Cell]],
      ),
    answers: (): Answers => assemble(shown.records(), kind),
  }
}
