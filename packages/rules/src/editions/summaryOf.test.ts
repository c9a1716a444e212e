import { expect, it } from 'vitest'
import type { EditionCell, EditionTable, FrozenEdition } from './FrozenEdition.ts'
import { summaryOf } from './publicEdition.ts'

const figure = (code: string, period: string, more: Partial<EditionCell> = {}): EditionCell => ({
  value: '75.2',
  of: { form: 'lppd/makro', period: period as '2025', code, row: 'pendapatan-per-kapita' },
  ...more,
})
const summary = (cells: Record<string, EditionCell>) => {
  const table: EditionTable = {
    id: 'makro',
    title: '',
    columns: [
      { id: 'name', title: 'Indikator', share: 1 },
      ...Object.keys(cells).map(id => ({ id, title: id, share: 1, number: true as const })),
    ],
    lines: [{ cells: { name: { text: 'Pendapatan per kapita' }, unit: { text: 'juta rupiah' }, ...cells } }],
    notes: [],
  }
  const blocks = [{ block: 'table' as const, number: '', table }]
  const sections = [{ id: '', number: '', title: '', blocks }]
  const chapters = [{ id: '', number: '', title: '', sections }]
  // its chapters alone are read
  return summaryOf({ chapters } as unknown as FrozenEdition).map(({ label, unit }) => [label, unit])
}

it('says of each figure its unit and its period', () => {
  const cells = { now: figure('lppd.macro', '2025', { unit: 'juta rupiah' }), change: figure('lppd.change', '2025') }
  expect(summary(cells)).toEqual([
    ['Pendapatan per kapita: Capaian, Tahun 2025', 'juta rupiah'],
    ['Pendapatan per kapita: Laju perubahan, Tahun 2025', '%'],
  ])
})

it('reads the unit of an edition that was frozen without it in its line', () => {
  expect(summary({ now: figure('lppd.macro', '2025') })).toEqual([
    ['Pendapatan per kapita: Capaian, Tahun 2025', 'juta rupiah'],
  ])
})
