import { expect, it } from 'vitest'
import { slugPattern } from '../pointers/ids.ts'
import { newRowId } from './addedRow.ts'

const none: ReadonlySet<string> = new Set()

it.each([
  ['Pelayanan kesehatan ibu dan anak di kabupaten', undefined, 'pelayanan-kesehatan-ibu-anak'],
  ['Buku KIA', 'ibu-hamil', 'ibu-hamil.buku-kia'],
  ['Butir baru', 'a.b.c', 'a.b.butir-baru'],
  ['Persentase (%) penduduk > 60 tahun', undefined, 'persentase-penduduk-60-tahun'],
  ['…', undefined, 'baris'],
  ['x'.repeat(70), undefined, 'x'.repeat(48)],
])('"%s" below %s becomes %s', (label, parent, id) => {
  expect(newRowId(label, parent, none)).toBe(id)
  expect(id).toMatch(slugPattern)
})

it('numbers a name whose id was used before, in any version', () => {
  expect(newRowId('Gepeng', undefined, new Set(['gepeng']))).toBe('gepeng-2')
  expect(newRowId('Gepeng', undefined, new Set(['gepeng', 'gepeng-2']))).toBe('gepeng-3')
})
