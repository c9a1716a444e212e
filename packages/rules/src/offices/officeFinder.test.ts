import { describe, expect, it } from 'vitest'
import { officeFinder } from './officeFinder.ts'

const offices = [
  { id: 'a', name: 'Dinas Kesehatan', shortName: 'Dinkes', code: '1.02' },
  { id: 'b', name: 'Kelurahan Nunukan Timur', shortName: 'Nunukan Timur', code: null },
  { id: 'c', name: 'Kantor Nunukan Timur', shortName: 'Nunukan Timur', code: null },
]

describe('an office in a spreadsheet', () => {
  const find = officeFinder(offices)

  it.each(['Dinas Kesehatan', ' dinas  kesehatan', 'DINKES', '1.02', 'a'])('is found by %j', text => {
    expect(find(text)).toEqual(offices[0])
  })
  it.each(['', '  '])('is not the one without a code where the cell is %j', text => {
    expect(find(text)).toEqual({ fault: `Perangkat daerah “${text}” tidak dikenal.` })
  })
  it('is not guessed among those of one short name', () => {
    const fault = '“Nunukan Timur” dapat berarti beberapa perangkat daerah. Tulis nama lengkapnya.'
    expect(find('Nunukan Timur')).toEqual({ fault })
    expect(find('Kantor Nunukan Timur')).toEqual(offices[2])
  })
})
