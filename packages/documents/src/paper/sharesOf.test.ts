import { expect, it } from 'vitest'
import type { Line, Piece } from './paper.ts'
import { sharesOf } from './sharesOf.ts'

const text = (...words: string[]): Piece => ({ kind: 'text', words: words.map(one => ({ text: one })) })
const row = (...cells: Piece[]): Line => ({ cells: cells.map(piece => ({ pieces: [piece], span: 1 })) })
const column = (title: string, number = false) => ({ title, number })
const long = 'Pendataan sasaran di wilayah perbatasan belum mutakhir. '.repeat(6)

it('leaves numbers their room, however much is written beside them', () => {
  const titles = [column('Uraian'), column('Realisasi', true), column('Penyebab'), column('Tindak lanjut')]
  const [, number, ...texts] = sharesOf(titles, [
    row(text(long), text('4.682 orang', ' Sangat Tinggi'), text(long), text(long)),
  ])
  expect(number).toBe(16)
  expect(texts.every(share => share >= 14)).toBe(true)
  expect((number ?? 0) + texts.reduce((sum, share) => sum + share, 0)).toBeLessThan(112)
})

it('gives what is left to texts, so that a number in its row is not as wide as a name', () => {
  const [no = 0, name = 0] = sharesOf(
    [column('No.'), column('Perangkat daerah')],
    [row(text('1.'), text('Sekretariat Daerah'))],
  )
  expect([no, no + name]).toEqual([7, 112])
})
