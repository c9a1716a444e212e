import { expect, it } from 'vitest'
import { stepsIn } from './stepsOfRow.ts'

it('labels the steps of a scale as they were when a revision was frozen', () => {
  const named = (label: string) => ({ opini: [{ id: 'wtp', label, value: '4' }] })
  const today = {
    scope: { sources: {} },
    rules: { ordinals: named('Nama baru') },
    catalogue: { rows: [] },
  }
  const answers = { indicators: { x: { scale: 'opini' } } }
  const row = { table: 'indicators', id: 'x' }
  expect(stepsIn(answers, today)(row)).toMatchObject([{ label: 'Nama baru' }])
  expect(stepsIn(answers, today, { ordinals: named('Wajar') })(row)).toMatchObject([{ label: 'Wajar' }])
})
