import { expect, it } from 'vitest'
import { type Chain, indicatorId, measure, objectiveId } from '../../test/sakipChain.ts'
import { kind } from '../kinds/sakip-pengukuran-triwulan/kind.ts'
import { accordingTo } from './accordingTo.ts'

const targets = ['10', '20', '30', '40']
const chain = (more: Partial<Chain>, ...realized: (string | null)[][]): Chain => ({
  quarter: 2,
  indicators: Object.fromEntries(realized.map((one, n) => [`i${n}`, { target: '40', targets, realized: one }])),
  ...more,
})
const said = (of: Chain, code: string, row = '') => {
  const { figures } = measure(of)
  const figure = figures.find(one => one.code === code && one.row === row)!
  return accordingTo(figure, { kind, period: `2026-TW${of.quarter}`, figures })
}
const codes = ['sakip.realization', 'sakip.target', 'sakip.achievement']
const ofRow = (of: Chain, name: string) => codes.map(code => said(of, code, indicatorId(of, name)))

it('a quarter with nothing filled in says which quarter its figures are from', () => {
  const empty = chain({}, ['9'], ['8'])
  expect(ofRow(empty, 'i0')).toEqual(codes.map(() => 'menurut Triwulan I'))
  expect(said(empty, 'sakip.objective', objectiveId(empty, 'Sasaran A'))).toBe('menurut Triwulan I')
  expect(said(empty, 'sakip.office')).toBe('menurut Triwulan I')
})

it('a filled quarter says nothing; the office is partly from an earlier one while others are', () => {
  const partly = chain({}, ['9', '18'], ['8'])
  expect(ofRow(partly, 'i0')).toEqual([null, null, null])
  expect(ofRow(partly, 'i1')).toEqual(codes.map(() => 'menurut Triwulan I'))
  expect(said(partly, 'sakip.office')).toBe('sebagian menurut Triwulan I')
  const two = chain({ quarter: 3 }, ['9', '18'], ['8'])
  expect(said(two, 'sakip.office')).toBe('menurut Triwulan I dan Triwulan II')
  expect(said(chain({}, ['9', '18']), 'sakip.office')).toBeNull()
})

it('a sum up to this quarter is of this quarter, and of the last filled one until then', () => {
  const sum = { rules: { quarterly: 'sum' } } as const
  const [filled, not] = [chain(sum, ['9', '18']), chain(sum, ['9'])]
  expect(ofRow(filled, 'i0')).toEqual([null, null, null])
  expect(ofRow(not, 'i0')).toEqual(codes.map(() => 'menurut Triwulan I'))
})

it('a first quarter says nothing, nor does a figure without a value', () => {
  expect(said(chain({ quarter: 1 }, ['9']), 'sakip.office')).toBeNull()
  expect(said(chain({}, [null]), 'sakip.office')).toBeNull()
})
