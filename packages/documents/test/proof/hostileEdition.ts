import type { EditionCell, EditionTable, FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { exampleEdition } from '../../src/testing/exampleEdition.ts'

const texts = [
  'Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman',
  '0199f5a0-f3c1-7000-8000-00000000a002',
  'DPA/A.1/1.01.2.22.0.00.01.0000/001/2025-PERUBAHAN-KEDUA',
  'https://nunukankab.go.id/dokumen/2025/laporan-penyelenggaraan-pemerintahan-daerah.pdf',
  'mempertanggungjawabkanpenyelenggaraannya',
  'WWWWWWWWWWWWWWWWWWWWWWW',
  '1.01.02.2.01.0001',
  'dan/atau',
  '–',
  'Nihil',
]

/** Tables of three to fourteen columns of what is hard to find room for, by a seed. */
export function hostileEdition(seed: number): FrozenEdition {
  let state = (seed % 2_147_483_646) + 1
  const next = (most: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % most
  }
  const digits = (count: number) => String(1 + next(9)) + Array.from({ length: count }, () => next(10)).join('')
  const cell = (number: boolean): EditionCell => {
    if (!number) return { text: texts[next(texts.length)] ?? '' }
    if (next(9) === 0) return { text: 'tidak dapat dihitung' }
    return { value: `${next(5) === 0 ? '-' : ''}${digits(next(15))}.${1 + next(9)}` }
  }
  const table = (n: number): EditionTable => {
    const columns = Array.from({ length: 3 + (n % 12) }, (_, at) => ({
      id: `c${at}`,
      title: ['Perangkat daerah', 'Realisasi', 'Pertanggungjawaban', 'No.', 'Pagu'][next(5)] ?? '',
      share: 1 + next(6),
      ...(at > 0 && next(3) > 0 && { number: true as const, decimals: 2, unit: 'Rp' }),
    }))
    const lines = Array.from({ length: 6 }, (_, at) => ({
      ...(at === 0 && { as: 'group' as const }),
      ...(at === 5 && { as: 'sum' as const }),
      level: next(4),
      cells: Object.fromEntries(columns.map(column => [column.id, cell('number' in column)])),
    }))
    return { id: `h${n}`, title: `Tabel yang sempit ke-${n + 1}`, columns, lines, notes: [] }
  }
  const blocks = Array.from({ length: 48 }, (_, n) => ({
    block: 'table' as const,
    number: `Tabel 1.${n + 1}`,
    table: table(n),
  }))
  const sections = [{ id: 's', number: '1.1', title: 'Tabel yang sempit', blocks }]
  return { ...exampleEdition(), chapters: [{ id: 'c', number: 'BAB I', title: 'TABEL', sections }] }
}
