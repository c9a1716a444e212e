import { expect, it } from 'vitest'
import { readXlsx } from './readXlsx.ts'
import { writeXlsx } from './writeXlsx.ts'

it('a workbook that is written is read again as it was, whatever stands in its cells', async () => {
  const rows = [
    ['Perangkat daerah', 'Nilai'],
    ['Dinas <A> & "B"', '=1+1'],
    ['', ' dua  spasi '],
  ]
  expect(await readXlsx(writeXlsx(rows))).toEqual(rows)
})
