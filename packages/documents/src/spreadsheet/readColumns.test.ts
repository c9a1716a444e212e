import { expect, it } from 'vitest'
import { headings, readColumns } from './readColumns.ts'

const columns = [
  { id: 'office', names: ['Perangkat daerah', 'OPD'] },
  { id: 'value', names: ['Nilai'] },
] as const

it.each([
  ['by their headings, in any order', 'nilai\tlain\t OPD\n12\tx\tDinsos\n\t\t\n'],
  ['by their order, where there are no headings', 'Dinsos\t12'],
])('matches columns %s', (_, text) => {
  expect(readColumns(text, columns)).toEqual([{ office: 'Dinsos', value: '12' }])
})

it('fills up a short row with empty cells', () => {
  expect(readColumns('Perangkat daerah\tNilai\nDinsos', columns)).toEqual([{ office: 'Dinsos', value: '' }])
  expect(readColumns('', columns)).toEqual([])
  expect(headings(columns)).toEqual(['Perangkat daerah', 'Nilai'])
})
