import { describe, expect, it } from 'vitest'
import { kind, submission, uuid } from '../../test/saving.ts'
import type { Block, Row, Section } from '../types/Form.ts'
import { knownRowsOf, lineOf } from './hanging.ts'
import { newestRev } from './judgeRemove.ts'
import { touchedRows } from './touchedRows.ts'

const [goal, objective, indicator, problem] = [uuid(1), uuid(2), uuid(3), uuid(4)]

function nested() {
  const s = submission()
  s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' })
  s.one('add', `/objectives/${objective}`, { parent: goal, position: 'a0' })
  s.one('add', `/indicators/${indicator}`, { parent: objective, position: 'a0' })
  s.one('add', `/problems/${problem}`, { parent: 'a', position: 'a0' })
  return { kind, view: s.view }
}

describe('the ancestors of a row', () => {
  const below = [
    { table: 'objectives', row: objective },
    { table: 'goals', row: goal },
  ]
  it.each([
    ['an item of a list in a list', { table: 'indicators', row: indicator }, below],
    [
      'one per row of such an item',
      { table: 'grades', row: indicator },
      [{ table: 'indicators', row: indicator }, ...below],
    ],
    ['the head of a list in a list', { table: 'indicators', row: objective }, below],
    ['the head of a list at the root', { table: 'goals', row: 'all' }, []],
    ['an item of a row of the catalogue', { table: 'problems', row: problem }, [{ table: 'services', row: 'a' }]],
    ['one per row of the catalogue', { table: 'stages', row: 'a' }, [{ table: 'services', row: 'a' }]],
    ['a row at the root', { table: 'services', row: 'a' }, []],
    ['a row of no table', { table: 'other', row: 'a' }, []],
  ])('%s', (_, row, above) => {
    expect(lineOf(nested(), row)).toEqual([row, ...above])
  })
})

describe('the base of a removal', () => {
  it('is the highest rev in the row and below it', () => {
    const tree = nested()
    expect(newestRev(tree, { table: 'goals', row: goal })).toBe(3)
    expect(newestRev(tree, { table: 'indicators', row: indicator })).toBe(3)
    expect(newestRev(tree, { table: 'problems', row: problem })).toBe(4)
  })
})

describe('the touched rows', () => {
  const sent = { changeId: uuid(9) }

  it('of a cell are its row and the lists it may be in', () => {
    const change = { ...sent, op: 'set' as const, pointer: `/indicators/${indicator}/target`, value: '1' }
    const { rows, above, below } = touchedRows([change], kind)
    expect(rows).toEqual([{ table: 'indicators', row: indicator }])
    expect([above.toSorted(), below]).toEqual([['goals', 'objectives'], []])
  })

  it('of a cell of the catalogue are its row alone', () => {
    const change = { ...sent, op: 'clear' as const, pointer: '/services/a/due' }
    expect(touchedRows([change], kind)).toEqual({ rows: [{ table: 'services', row: 'a' }], above: [], below: [] })
  })

  it('of a removal are whole lists below', () => {
    const change = { ...sent, op: 'remove' as const, pointer: `/goals/${goal}` }
    const { rows, above, below } = touchedRows([change], kind)
    expect([rows, above]).toEqual([[{ table: 'goals', row: goal }], []])
    expect(below.toSorted()).toEqual(['grades', 'indicators', 'objectives', 'tasks'])
  })

  it('of an invalid address are none', () => {
    const change = { ...sent, op: 'set' as const, pointer: '/other/a/due', value: '1' }
    expect(touchedRows([change], kind)).toEqual({ rows: [], above: [], below: [] })
  })
})

describe('the rows a form knows', () => {
  const row = (table: string, id: string, parent: string | null, blocks: Block[] = []): Row => ({
    table,
    id,
    parent,
    label: id,
    fields: { met: 'Terpenuhi' },
    states: [],
    blocks,
  })
  const block = (table: string, rows: Row[], item: Row | null = null): Block => ({
    table,
    title: table,
    layout: 'grid',
    under: null,
    rows,
    item,
    head: null,
  })

  it('are all in its sections, with their parents and columns, without the pattern of added rows', () => {
    const inner = [block('quality', [row('quality', 'a.x', 'a')]), block('problems', [], row('problems', '', 'a'))]
    const sections: Section[] = [
      { id: 'a', title: 'a', group: null, blocks: [block('services', [row('services', 'a', null, inner)])] },
    ]
    const known = knownRowsOf(sections)
    expect([...known.keys()]).toEqual(['/services/a', '/quality/a.x'])
    expect(known.get('/quality/a.x')).toEqual({ parent: 'a', fields: new Set(['met']) })
  })
})
