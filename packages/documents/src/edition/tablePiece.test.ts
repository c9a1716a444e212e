import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hostileEdition } from '../../test/proof/hostileEdition.ts'
import { exampleTable } from '../testing/exampleEdition.ts'
import { editionTables } from './editionTables.ts'
import { tablePiece } from './tablePiece.ts'

it('keeps most of a column for words, however far they are indented', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 }), seed => {
      for (const { table } of editionTables(hostileEdition(seed))) {
        const { lines, columns } = tablePiece('Tabel 1', table)
        for (const { cells } of lines) expect(cells[0]?.indent).toBeLessThanOrEqual((columns[0]?.width ?? 0) / 3)
      }
    }),
    { examples: [[957_720_286]], numRuns: 20 },
  )
})

it('lets a line go on on the next page once a cell of it would take most of one', () => {
  const table = (letters: number, share: number) => ({
    ...exampleTable(1, 1),
    columns: [
      { id: 'why', title: 'Masalah', share },
      { id: 'name', title: 'Perangkat daerah', share: 99 },
    ],
    lines: [{ cells: { why: { text: 'dan '.repeat(letters / 4) }, name: { text: 'Dinas Sosial' } } }],
  })
  expect(tablePiece('Tabel 1', table(600, 99)).whole).toBe(true)
  // as many letters, in a column for some ten of them
  expect(tablePiece('Tabel 1', table(600, 1)).whole).toBe(false)
  expect(tablePiece('Tabel 1', table(4_000, 99)).whole).toBe(false)
  const listed = table(4, 99)
  const list = Array.from({ length: 90 }, (_, n) => `baris ${n}`).join('\n')
  expect(tablePiece('Tabel 1', { ...listed, lines: [{ cells: { why: { text: list } } }] }).whole).toBe(false)
})
