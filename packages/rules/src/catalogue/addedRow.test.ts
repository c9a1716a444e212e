import { expect, it } from 'vitest'
import { catalogueRow as row } from './catalogueRow.fixture.ts'
import { reviseRows } from './reviseRows.ts'

const { id: _, ...fresh } = row('', { label: 'Butir baru', from: 2026 })
const idsAfter = (rows: ReturnType<typeof row>[], more: Partial<typeof fresh>, taken?: ReadonlySet<string>) =>
  (reviseRows(rows, { add: { ...fresh, ...more } }, taken) as typeof rows).map(one => one.id)

it('puts a new row after the last of its kind', () => {
  const rows = [row('a', { group: 'x' }), row('a.b', { parent: 'a', table: 'parts' }), row('c', { group: 'y' })]
  expect(idsAfter(rows, { group: 'x' })).toEqual(['a', 'butir-baru', 'a.b', 'c'])
  expect(idsAfter(rows, { table: 'parts', parent: 'a' })).toEqual(['a', 'a.b', 'a.butir-baru', 'c'])
  expect(idsAfter(rows, { table: 'parts', parent: 'c' })).toEqual(['a', 'a.b', 'c', 'c.butir-baru'])
  expect(idsAfter(rows, { table: 'others' })).toEqual(['a', 'a.b', 'c', 'butir-baru'])
})

it('never assigns an id that the form had, though the newest version no longer has it', () => {
  expect(idsAfter([row('a')], {}, new Set(['butir-baru']))).toEqual(['a', 'butir-baru-2'])
  expect(idsAfter([row('butir-baru')], {})).toEqual(['butir-baru', 'butir-baru-2'])
})
