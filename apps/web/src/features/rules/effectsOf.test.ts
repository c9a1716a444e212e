import { expect, it } from 'vitest'
import { effectsOf } from './effectsOf.ts'

const outcome = (value: string) => ({ value, why: null, band: null })
const move = (row: string, band = false) => ({
  code: 'c',
  row,
  label: 'Capaian',
  rowLabel: row,
  unit: '%',
  from: outcome('1'),
  to: outcome('2'),
  band,
})
const report = (submission: string, moves: ReturnType<typeof move>[], unlike = false) => ({
  submission,
  office: { id: 'o', name: 'Dinas' },
  form: 'a/b',
  period: '2026',
  moves,
  unlike,
})

it('lists changes of category first, whatever page they came on', () => {
  const sum = effectsOf([
    { items: [report('1', [move('a')])], checked: 20, next: 'x' },
    { items: [report('2', [move('b', true), move('c')]), report('3', [], true)], checked: 5, next: null },
  ])
  expect(sum.moves.map(({ row, report }) => `${row} ${report.submission}`)).toEqual(['b 2', 'a 1', 'c 2'])
  expect([sum.checked, sum.reports, sum.bands, sum.unlike.length]).toEqual([25, 2, 1, 1])
})
