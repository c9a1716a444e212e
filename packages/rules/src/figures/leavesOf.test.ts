import { expect, it } from 'vitest'
import { leavesOf } from './leavesOf.ts'
import { makeFigure } from './makeFigure.ts'

const figure = (code: string, row: string, ats: string[], left: string[] = []) =>
  makeFigure(
    {
      code,
      row,
      formula: 'sum.1',
      inputs: ats.map(at => ({ name: '', at, value: '1' })),
      left: left.map(at => ({ at, why: 'empty' as const })),
      unit: '',
    },
    '2021.1',
  )

it('are the answers below a figure, each once, those that were left out and those of other reports too', () => {
  const parts = [
    figure('part', 'a', ['/t/a/x', 'agreement:/t/a/target']),
    figure('part', 'b', ['/t/a/x', 'constant:100'], ['/t/b/state']),
  ]
  const whole = figure('whole', '', ['figure:part/a', 'figure:part/b', 'section:s', 'tw1:figure:part/a'])
  expect(leavesOf(whole, [...parts, whole])).toEqual(['/t/a/x', 'agreement:/t/a/target', '/t/b/state'])
})
