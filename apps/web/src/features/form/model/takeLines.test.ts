import type { LineRow } from '@sepakat/rules'
import { describe, expect, it } from 'vitest'
import { idOf } from '#sheet/answers/fixtures/invented.ts'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import type { Wire } from '#sync/outbox/pending.ts'
import { countLines, takeLines } from './takeLines.ts'

const line = (more: Partial<LineRow>): LineRow => ({
  table: 'works',
  key: 'a',
  above: null,
  id: null,
  cells: {},
  differs: [],
  ...more,
})
const lines = [
  line({ key: 'jembatan', id: idOf(1), cells: { day: '2026-03-31' }, differs: ['name'] }),
  line({ key: 'besi', table: 'costs', above: 'jembatan', cells: { what: 'Besi', price: '2500' } }),
  line({ key: 'dermaga', cells: { name: 'Dermaga' } }),
  line({ key: 'kayu', table: 'costs', above: 'dermaga', cells: { what: 'Kayu', price: { asTyped: '1.250' } } }),
]

describe('rows imported from lines', () => {
  it('are placed under their parents, after existing ones, and fill only the named fields', () => {
    const { store } = openInvented()
    takeLines(store, lines)
    const { works = [], costs = [] } = store.form.rows(store.cells.answers())
    expect(works.map(row => row.label)).toEqual(['Jembatan', 'Jalan', 'Dermaga'])
    expect(costs.map(row => [row.label, row.parent])).toEqual([
      ['Semen', idOf(1)],
      ['Besi', idOf(1)],
      ['Kayu', works[2]?.id],
    ])
    expect(store.cell(`/works/${idOf(1)}/day`)).toBe('2026-03-31')
    expect(store.cell(`/costs/${costs[2]?.id}/price`)).toEqual({ asTyped: '1.250' })
    store.stop()
  })

  it('are one undo step', () => {
    const { store } = openInvented()
    const before = store.cells.answers()
    takeLines(store, lines)
    store.undo()
    expect(store.cells.answers()).toEqual(before)
    store.stop()
  })

  it('notify once, however many there are', () => {
    const { store } = openInvented()
    let told = 0
    store.on('sections', () => {
      told += 1
    })
    takeLines(store, lines)
    expect(told).toBe(1)
    store.stop()
  })

  it('are sent as imported, later edits as typed', async () => {
    const sent: Wire[] = []
    const { store } = openInvented({
      line: async (changes, through) => {
        sent.push(...changes)
        return through()
      },
    })
    takeLines(store, lines)
    store.set(`/works/${idOf(2)}/name`, 'Jalan desa')
    store.outbox.flush()
    await expect.poll(() => store.outbox.state().waiting).toBe(0)
    const typed = sent.filter(change => change.via === undefined)
    expect(typed.map(change => change.pointer)).toEqual([`/works/${idOf(2)}/name`])
    expect(sent.length - typed.length).toBe(9)
    store.stop()
  })

  it('are counted: new ones, cells filled, cells left as they are', () => {
    expect(countLines(lines)).toEqual({ added: 3, filled: 1, differs: 1 })
  })
})
