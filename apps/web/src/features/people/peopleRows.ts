import { readColumns, type SheetColumn } from '@sepakat/documents/spreadsheet/readColumns.ts'
import type { BodyOf } from '#sync/apiTypes.ts'

export type PersonRow = BodyOf<'POST /people/import'>['people'][number]

export const personColumns: readonly SheetColumn<keyof PersonRow>[] = [
  { id: 'name', names: ['Nama', 'Nama lengkap'] },
  { id: 'nip', names: ['NIP'] },
  { id: 'username', names: ['Nama pengguna'] },
  { id: 'office', names: ['Perangkat daerah', 'OPD'] },
  { id: 'role', names: ['Peran'] },
  { id: 'reportTypes', names: ['Jenis laporan', 'Laporan'] },
  { id: 'from', names: ['Mulai', 'Mulai tanggal'] },
  { id: 'to', names: ['Sampai', 'Sampai tanggal'] },
]

export const personRows = (text: string): PersonRow[] => readColumns(text, personColumns)

/** An example row for the template. */
export const exampleRow = (today: string): string[] => [
  'Siti Aminah, S.E.',
  '198503032010012003',
  '',
  'Dinas Kesehatan',
  'Operator',
  'SPM, LPPD',
  today,
  '',
]
