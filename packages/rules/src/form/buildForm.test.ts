import { describe, expect, it } from 'vitest'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import type { Answers } from '../types/Answers.ts'
import type { Block, Row } from '../types/Form.ts'
import type { Scope } from '../types/Scope.ts'
import { buildForm } from './buildForm.ts'
import { filledSections } from './filledSections.ts'
import { fullAnswers, id, sampleCatalogue, sampleKind, sampleScope } from './sample.fixture.ts'

const build = (more: Partial<Scope> = {}) => buildForm(sampleKind, sampleCatalogue, defaultRuleSet, sampleScope(more))
const idsOf = (answers: Answers, table: string) =>
  build()
    .rows(answers)
    [table]?.map(row => row.id)
const find = (blocks: Block[], table: string): Block => {
  const found = blocks.find(block => block.table === table)
  if (!found) throw new Error(`no block ${table}`)
  return found
}
const work = (name: string): Row => {
  const row = build()
    .sections.flatMap(section => section.blocks.flatMap(block => block.rows))
    .find(one => one.id === name)
  if (!row) throw new Error(`no row ${name}`)
  return row
}

describe('the rows of a form', () => {
  it('are those of its year: an ended slice is left out, its successor has the same id', () => {
    expect(idsOf({}, 'works')).toEqual(['jalan', 'jembatan', 'irigasi'])
    expect(build().rows({}).works?.[1]?.label).toBe('Jembatan (rumus baru)')
    const before = build({ period: '2024-TW1' })
    expect(before.rows({}).works?.map(row => row.label)).toEqual([
      'Baris jalan',
      'Baris jembatan',
      'Baris irigasi',
      'Baris lama',
    ])
  })

  it('are those assigned to the office, with their children', () => {
    const rows = build({ rows: ['jembatan'] }).rows({})
    expect(rows.works?.map(row => row.id)).toEqual(['jembatan'])
    expect(rows.checks).toEqual([{ id: 'jembatan.beton', parent: 'jembatan', label: 'Baris jembatan.beton' }])
    expect(rows.marks).toEqual([{ id: 'jembatan', parent: 'jembatan', label: 'Jembatan (rumus baru)' }])
  })

  it('added by users are ordered under their parent by position, then by id', () => {
    expect(build().rows(fullAnswers).costs).toEqual([
      { id: id(2), parent: 'jalan', label: 'Upah' },
      { id: id(1), parent: 'jalan', label: 'Bahan' },
    ])
    const same = { $parent: 'jalan', $position: 'a0' }
    expect(idsOf({ costs: { [id(3)]: same, [id(1)]: same, [id(2)]: same } }, 'costs')).toEqual([id(1), id(2), id(3)])
    const two = { costs: { [id(1)]: { ...same, $parent: 'irigasi' }, [id(2)]: { ...same, $position: 'z' } } }
    expect(idsOf(two, 'costs')).toEqual([id(2), id(1)])
  })

  it('may be children of rows users add, and be one for each of them', () => {
    expect(build().rows(fullAnswers).parts).toEqual([{ id: id(5), parent: id(1), label: 'Rincian 1' }])
    expect(build().rows(fullAnswers).shares).toEqual([
      { id: id(2), parent: id(2), label: 'Upah' },
      { id: id(1), parent: id(1), label: 'Bahan' },
    ])
    expect(build().rows(fullAnswers).people).toEqual([{ id: id(9), parent: null, label: 'Ketua' }])
  })

  it('of another form keep id and order, limited to the requested ones', () => {
    expect(build().rows({}).taken).toEqual([
      { id: 'c', parent: null, label: 'Hal c' },
      { id: 'a', parent: null, label: 'Hal a' },
    ])
    expect(
      build()
        .rows({})
        .takenParts?.map(row => row.id),
    ).toEqual(['c1', 'a1'])
    expect(build({ sources: {} }).rows({}).taken).toEqual([])
  })

  it('are left out with their parents', () => {
    const { costs, ...rest } = fullAnswers
    expect(idsOf({ ...rest, costs: { [id(1)]: { $parent: 'pasar', $position: 'a' } } }, 'costs')).toEqual([])
    expect(idsOf(rest, 'parts')).toEqual([])
  })
})

describe('the sections of a form', () => {
  it('are one per top group, with a block for each group below it, and one per list', () => {
    expect(build().sections.map(({ id, title, blocks }) => [id, title, blocks.map(block => block.title)])).toEqual([
      ['utara', 'Utara', ['Hulu', 'Pekerjaan']],
      ['selatan', 'Selatan', ['Pekerjaan']],
      ['people', 'Orang', ['Orang']],
      ['taken', 'Diambil', ['Diambil']],
    ])
  })

  it('have the title of the one group all their rows are in, under the top group', () => {
    const [section] = build({ rows: ['jalan'] }).sections
    expect(section).toMatchObject({ id: 'utara', title: 'Hulu', group: 'Utara' })
  })

  it('have rows with the catalogue’s labels, beside a label that depends on the period', () => {
    expect(work('jalan')).toMatchObject({ code: 'JALAN', unit: 'km', confidence: 'memory', parent: null })
    expect(work('jalan').fields).toEqual({
      amount: 'Panjang jalan',
      soFar: 'Jalan dibangun (sampai 2026-TW2)',
      remark: 'Keterangan',
      grade: 'Nilai',
    })
    expect(work('irigasi').fields.soFar).toBe('sampai 2026-TW2')
    expect(work('a')).toMatchObject({ label: 'Hal a', unit: 'km', direction: 'lower' })
  })

  it('have under a row its child tables, with the columns each row has', () => {
    expect(work('jalan').blocks.map(block => block.table)).toEqual(['checks', 'marks', 'costs'])
    expect(work('irigasi').blocks.map(block => block.table)).toEqual(['marks', 'costs'])
    const checks = find(work('jalan').blocks, 'checks')
    expect(checks.rows.map(row => Object.keys(row.fields))).toEqual([['met'], ['met', 'unit']])
    expect(checks).toMatchObject({ under: 'jalan', item: null, head: null })
  })

  it('have the pattern of a row that users add, and a head where a list may be empty', () => {
    const costs = find(work('jalan').blocks, 'costs')
    expect(costs.head).toMatchObject({ id: 'jalan', states: ['nil'], fields: {} })
    expect(costs.item).toMatchObject({ id: '', states: [], fields: { what: 'Uraian', day: 'Tanggal' } })
    expect(costs.item?.blocks.map(block => [block.table, block.head, block.rows.length])).toEqual([
      ['parts', null, 0],
      ['shares', null, 1],
    ])
    const people = find(build().sections[2]?.blocks ?? [], 'people')
    expect(people.head).toMatchObject({ id: 'all', states: ['nil'] })
    expect(people.item?.states).toEqual(['notYetAvailable'])
  })

  it('put the rows users added in their places', () => {
    const [hulu] = filledSections(build(), fullAnswers)
    const costs = find(hulu?.blocks[0]?.rows[0]?.blocks ?? [], 'costs')
    expect(costs.rows.map(row => [row.id, row.parent, row.label])).toEqual([
      [id(2), 'jalan', 'Upah'],
      [id(1), 'jalan', 'Bahan'],
    ])
    expect(costs.rows[1]?.blocks).toMatchObject([
      { table: 'parts', under: id(1), rows: [{ id: id(5), parent: id(1), label: 'Rincian 1' }] },
      { table: 'shares', under: id(1), rows: [{ id: id(1), parent: id(1), label: 'Bahan' }] },
    ])
  })
})

it('a table that is its own parent is refused', () => {
  const { costs, parts } = sampleKind.tables
  if (!costs || !parts) throw new Error('tables missing')
  const circle = {
    ...sampleKind,
    tables: { costs: { ...costs, rows: { from: 'items' as const, of: 'parts' } }, parts },
  }
  expect(() => buildForm(circle, sampleCatalogue, defaultRuleSet, sampleScope())).toThrow('hangs on itself')
})
