import { readColumns, type SheetColumn } from '@sepakat/documents/spreadsheet/readColumns.ts'
import type { BodyOf } from '#sync/apiTypes.ts'

export type ArchiveLine = BodyOf<'POST /archive'>['lines'][number]

export const archiveColumns: readonly SheetColumn<keyof ArchiveLine>[] = [
  { id: 'office', names: ['Perangkat daerah', 'OPD'] },
  { id: 'form', names: ['Formulir'] },
  { id: 'period', names: ['Periode', 'Tahun'] },
  { id: 'row', names: ['Baris', 'Kode', 'Kode baris'] },
  { id: 'field', names: ['Isian', 'Kolom'] },
  { id: 'value', names: ['Nilai'] },
]

/** The lines of a spreadsheet, without those of a template whose value was left empty. */
export const archiveLines = (text: string): ArchiveLine[] =>
  readColumns(text, archiveColumns).filter(({ value }) => value !== '')
