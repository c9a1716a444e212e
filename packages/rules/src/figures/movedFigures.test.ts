import { expect, it } from 'vitest'
import { comesToFrozen, movedFigures } from './movedFigures.ts'

const band = (label: string) => ({ scale: 's', id: label, label })
const figure = (row: string, value: string | null, more: object = {}) => ({
  code: 'c',
  row,
  unit: '%',
  value,
  why: null,
  band: null,
  ...more,
})

it('lists figures that change, changes of band first', () => {
  const before = [figure('a', '90'), figure('b', '80', { band: band('Madya') }), figure('c', '70'), figure('d', '1')]
  const after = [figure('a', '91'), figure('b', '79', { band: band('Pratama') }), figure('c', '70'), figure('e', '2')]
  expect(movedFigures(before, after).map(({ row, from, to, band }) => [row, from?.value, to?.value, band])).toEqual([
    ['b', '80', '79', true],
    ['a', '90', '91', false],
    ['d', '1', undefined, false],
    ['e', undefined, '2', false],
  ])
})

it('equals the frozen figures also with one that did not exist then, and not with one missing', () => {
  const frozen = [figure('a', '90')]
  expect(comesToFrozen(frozen, [figure('a', '90'), figure('b', '1')])).toBe(true)
  expect(comesToFrozen(frozen, [figure('a', '91')])).toBe(false)
  expect(comesToFrozen(frozen, [])).toBe(false)
})

it('counts another reason as another result', () => {
  const empty = figure('a', null, { why: 'empty' })
  expect(movedFigures([empty], [{ ...empty, why: 'nil' }])).toHaveLength(1)
  expect(movedFigures([empty], [empty])).toEqual([])
})
