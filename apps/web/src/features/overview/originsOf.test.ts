import { expect, it } from 'vitest'
import { originsOf } from './originsOf.ts'
import { recap } from './testing/recap.ts'

it('are the figures of offices below a figure of the region, each once, without those that did not report', () => {
  const region = recap.items.find(({ figure }) => figure.row === '')!
  expect(originsOf(region, recap).map(({ words, place }) => [words, place.code, place.row])).toEqual([
    ['Ibu hamil · Dinkes', 'spm.index', 'ibu-hamil'],
    ['Gelandangan dan pengemis · Dinkes', 'spm.index', 'gepeng'],
  ])
  expect(originsOf(region, { ...recap, reports: [] })).toEqual([])
})
