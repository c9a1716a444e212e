import { expect, it } from 'vitest'
import { evaluate, figureOf, type Tree } from '../kinds/lkpj-tahunan/lkpj.fixture.ts'
import { coverageOf } from './coverageOf.ts'

const money = (before: string, spent: string) => ({ before, spent })
const tree: Tree = {
  '1.02.02': {
    '1.02.02.2.01': {
      '1.02.02.2.01.0001': { cells: money('100', '50'), aims: [['10', '5']] },
      '1.02.02.2.01.0002': { cells: { before: '300' }, aims: [[null, '4']] },
      '1.02.02.2.01.0003': {},
    },
    '1.02.02.2.02': { '1.02.02.2.02.0001': { cells: { ...money('7', '5'), after: '9' }, aims: [['5', '1']] } },
    '1.02.02.2.03': {},
  },
}
const covered = (code: string, row?: string) => {
  const done = evaluate(tree)
  const { counted, all } = coverageOf(figureOf(done, code, row), done.figures)
  return `${counted}/${all}`
}

it('counts the answers that a sum is made of, through the sums below it', () => {
  expect(covered('before', '1.02.02.2.01')).toBe('2/3')
  expect(covered('spent', '1.02.02.2.01')).toBe('1/3')
  expect(covered('before', '1.02.02')).toBe('3/5')
})

it('counts a sum whose answers need not be given: in their place is another', () => {
  expect(covered('budget', '1.02.02.2.02')).toBe('1/1')
  expect(covered('budget', '1.02.02')).toBe('3/5')
})

it('counts what is left out of a share and of a mean', () => {
  expect(covered('absorption', '1.02.02.2.01')).toBe('1/3')
  expect(covered('absorption', '1.02.02')).toBe('2/5')
  expect(covered('physical', '1.02.02')).toBe('2/5')
})

it('leaves nothing out where all is filled in', () => {
  expect(covered('absorption', '1.02.02.2.02')).toBe('1/1')
  expect(covered('physical', '1.02.02.2.02')).toBe('1/1')
})
