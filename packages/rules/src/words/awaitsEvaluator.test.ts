import { expect, it } from 'vitest'
import { answered, byCode, evaluate, figure, graded, together } from '../../test/evaluationWorksheet.ts'
import { kind } from '../kinds/sakip-evaluasi/kind.ts'
import { awaitsEvaluator } from './awaitsEvaluator.ts'

const awaits = (answers: Parameters<typeof evaluate>[0], code: string, row = '') => {
  const evaluation = evaluate(answers)
  return awaitsEvaluator(kind, figure(evaluation, code, row), evaluation.figures)
}

it('is true for a score whose grades are missing, through all its summands', () => {
  expect(awaits(answered('met', {}), 'sakip.score')).toBe(true)
  expect(awaits(answered('met', {}), 'sakip.score', byCode('1.a'))).toBe(true)
  expect(awaits(answered('met', {}), 'sakip.share', byCode('1.a'))).toBe(true)
})

it('is false for what the office has to fill in itself, and for a figure with a value', () => {
  expect(awaits({}, 'sakip.ownScore')).toBe(false)
  expect(awaits({}, 'sakip.ownShare', byCode('1.a'))).toBe(false)
  const all = together(answered('met', {}), answered('verified', {}), graded({}, {}))
  expect(figure(evaluate(all), 'sakip.ownScore').value).not.toBeNull()
  expect(awaits(all, 'sakip.ownScore')).toBe(false)
})
