import { describe, expect, it } from 'vitest'
import { rowAt } from '../pointers/pointer.ts'
import type { Kind, Table, Tree } from '../types/Kind.ts'
import { type Column, inOrderOfWork, inRuns } from './outline.ts'
import { apartFields, filledBelow, treeAt, treeColumns, treeLines } from './tree.ts'

const table = (title: string, rows: Table['rows'], more: Partial<Table>): Table => ({
  title,
  rows,
  layout: 'card',
  counts: 'row',
  fields: {},
  ...more,
})
const name = { type: 'text', label: 'Nama' } as const
const spent = { type: 'number', label: 'Belanja', unit: 'Rp' } as const
const note = { type: 'prose', label: 'Masalah', need: 'optional' } as const
const tree: Tree = {
  tables: ['programs', 'works'],
  columns: [{ field: 'spent', sum: 'sum' }, { figures: ['share', 'mean'] }],
}
const kind: Pick<Kind, 'tables' | 'tree'> = {
  tables: {
    programs: table('Program', { from: 'items' }, { named: 'name', fields: { name, note } }),
    works: table('Pekerjaan', { from: 'items', of: 'programs' }, { named: 'name', fields: { name, spent, note } }),
  },
  tree,
}

interface Row {
  table: string
  id: string
  parent: string | null
  label: string
  fields: Record<string, string>
  blocks: Block[]
}
interface Block {
  table: string
  title: string
  layout: 'card'
  under: string | null
  rows: Row[]
}
const block = (of: string, under: string | null, rows: Row[]): Block => ({
  table: of,
  title: of,
  layout: 'card',
  under,
  rows,
})
const row = (of: string, id: string, fields: Record<string, string>, ...blocks: Block[]): Row => ({
  table: of,
  id,
  parent: null,
  label: id,
  fields,
  blocks,
})
const work = (id: string) => row('works', id, { name: 'Nama', spent: 'Belanja', note: 'Masalah' })
const root = block('programs', null, [
  row('programs', 'a', { name: 'Nama', note: 'Masalah' }, block('works', 'a', [work('b'), work('c')])),
  row('programs', 'd', { name: 'Nama', note: 'Masalah' }, block('works', 'd', [])),
])
const told = (isOpen?: (key: string) => boolean) =>
  treeLines<Block>(tree, root, isOpen).map(line => [line.row.id, line.depth, line.open])

describe('a table over levels', () => {
  it('begins with its first table', () => {
    expect(treeAt(kind, 'programs')).toBe(tree)
    expect(treeAt(kind, 'works')).toBeNull()
  })
  it('has a line for each row, and folds what is under one', () => {
    expect(told()).toEqual([
      ['a', 0, true],
      ['b', 1, null],
      ['c', 1, null],
      ['d', 0, null],
    ])
    expect(told(key => key !== '/programs/a')).toEqual([
      ['a', 0, false],
      ['d', 0, null],
    ])
  })
  it('has the columns its kind says, in the words of the rows that are asked', () => {
    const [first, second] = treeColumns<Block>(kind, tree, root, () => 'umum')
    expect(first).toMatchObject({ field: 'spent', label: 'Belanja', numeric: true, sum: 'sum' })
    expect(second).toEqual({ codes: ['share', 'mean'] })
  })
  it('asks the rest below a line: not its name, and not what has a column', () =>
    expect(apartFields(kind, tree, work('b'))).toEqual(['note']))
  it('counts what is filled in under a line, of all that count', () => {
    const filled = filledBelow<Block>(kind, [root], ({ id }, field) =>
      id === 'b' && field !== 'note' ? 'x' : undefined,
    )
    expect(filled.get(rowAt({ table: 'programs', id: 'a' }))).toEqual({ filled: 2, all: 4 })
    expect(filled.get(rowAt({ table: 'works', id: 'b' }))).toBeUndefined()
  })
})

describe('the columns of any table', () => {
  const column = (field: string, spec: Column['spec']): Column => ({ field, spec, label: field, numeric: false })
  it('are in the order of the work: counted, computed, told at length', () => {
    const columns = inOrderOfWork([column('note', note), column('spent', spent)], ['share'])
    expect(columns).toEqual([column('spent', spent), { codes: ['share'] }, column('note', note)])
  })
  it('have a declared state in the place of the first fields', () => {
    const [first, second, last] = [column('a', spent), column('b', spent), column('c', note)]
    const figure = { codes: ['share'] }
    expect(inRuns([first, second, figure, last])).toEqual([
      { own: [first, second], instead: true },
      { own: [figure], instead: false },
      { own: [last], instead: false },
    ])
  })
})
