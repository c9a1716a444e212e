import { expect, it } from 'vitest'
import { readXlsx } from './readXlsx.ts'
import { writeXlsx } from './writeXlsx.ts'

it('a written workbook is read again unchanged, whatever its cells contain', async () => {
  const rows = [
    ['Perangkat daerah', 'Nilai'],
    ['Dinas <A> & "B"', '=1+1'],
    ['', ' dua  spasi '],
  ]
  expect(await readXlsx(writeXlsx(rows))).toEqual(rows)
})
