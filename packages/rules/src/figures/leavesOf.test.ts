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
  expect(leavesOf(whole, [...parts, whole])).toEqual([
    '/t/a/x',
    'agreement:/t/a/target',
    '/t/b/state',
    'tw1:figure:part/a',
  ])
})

it('are those of the figure that decides a constant too', () => {
  const share = figure('share', 'a', ['/t/a/met', 'constant:1'])
  const score = figure('score', 'a', ['constant:nilai B'])
  const whole = figure('score', '', ['figure:score/a'])
  const specs = { score: { label: '', unit: '', decidedBy: 'share' } }
  expect(leavesOf(whole, [share, score, whole], specs)).toEqual(['/t/a/met'])
})
