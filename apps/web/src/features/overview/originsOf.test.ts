import { expect, it } from 'vitest'
import { originsOf } from './originsOf.ts'
import { recap } from './testing/recap.ts'

it('are the figures of offices below a figure of the region, each once, without those that did not report', () => {
  const region = recap.items.find(({ figure }) => figure.row === '')!
  expect(originsOf(region, recap).origins.map(({ words, place }) => [words, place.code, place.row])).toEqual([
    ['Ibu hamil · Dinkes', 'spm.index', 'ibu-hamil'],
    ['Gelandangan dan pengemis · Dinkes', 'spm.index', 'gepeng'],
  ])
  expect(originsOf(region, { ...recap, reports: [] })).toEqual({ origins: [], more: 0 })
  const items = recap.items.map(one => ({ ...one, more: one.figure.code === 'spm.index' ? 2 : 0 }))
  expect(originsOf(region, { ...recap, items }).more).toBe(2 * items.filter(({ more }) => more > 0).length)
})
