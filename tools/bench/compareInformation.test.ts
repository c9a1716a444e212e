import { expect, it } from 'vitest'
import { compareInformation } from './compareInformation.ts'

it('takes instants of two spellings as the same', () => {
  const one = { at: '2026-01-20T00:00:00.000Z' }
  expect(compareInformation(one, { at: '2026-01-20T08:00:00+08:00' })).toEqual([])
})

it('takes no other text for an instant', () => {
  expect(compareInformation({ name: 'Dinas 1' }, { name: 'Dinas 01' })).toHaveLength(1)
})

it('names what the bare server lacks or says otherwise', () => {
  const product = { items: [{ status: 'submitted', late: false }] }
  expect(compareInformation(product, { items: [{ status: 'draft' }] })).toEqual([
    '/items/0/status: "submitted", bare "draft"',
    '/items/0/late: false, bare undefined',
  ])
})

it('finds a list that ends too soon', () => {
  expect(compareInformation({ items: [{ number: 1 }, { number: 2 }] }, { items: [{ number: 1 }] })).toHaveLength(1)
})

it('leaves cursors and moves alone', () => {
  expect(compareInformation({ next: 'a', moves: [{ move: 'claim' }] }, { next: 'b', moves: [] })).toEqual([])
})
