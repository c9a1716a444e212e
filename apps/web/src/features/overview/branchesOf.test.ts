import { expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { partOf } from '#testing/partOf.ts'
import { branchesOf } from './branchesOf.ts'

const offices = [
  { id: 'kec', name: 'Kecamatan Nunukan', parent: null },
  { id: 'kel', name: 'Kelurahan Nunukan Timur', parent: 'kec' },
  { id: 'setda', name: 'Sekretariat Daerah', parent: null },
  { id: 'bagian', name: 'Bagian Organisasi', parent: 'setda' },
  { id: 'dinkes', name: 'Dinas Kesehatan', parent: null },
]
const of = (post: object) => branchesOf(offices, partOf<NonNullable<Me['post']>>(post)).map(({ name }) => name)

it('offers the region and every office with some below it to who reaches all', () => {
  expect(of({ region: true, offices: [] })).toEqual([
    'Seluruh daerah',
    'Kecamatan Nunukan dan di bawahnya',
    'Sekretariat Daerah dan di bawahnya',
  ])
})

it('offers others what is their own', () => {
  expect(of({ region: false, offices: [{ id: 'kec' }] })).toEqual(['Kecamatan Nunukan dan di bawahnya'])
  expect(of({ region: false, offices: [{ id: 'dinkes' }, { id: 'setda' }] })).toEqual([
    'Sekretariat Daerah dan di bawahnya',
    'Dinas Kesehatan',
  ])
})
