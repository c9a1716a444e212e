import type { Names, TemplatePart } from './queries.ts'

/** What each sort of part is called. */
export const partWords: Record<TemplatePart['part'], string> = {
  letterhead: 'Kop',
  cover: 'Sampul',
  title: 'Judul',
  contents: 'Daftar isi',
  heading: 'Judul bagian',
  text: 'Paragraf',
  prose: 'Uraian perangkat daerah',
  lines: 'Baris',
  facts: 'Keterangan',
  table: 'Tabel',
  signatures: 'Tanda tangan',
  page: 'Halaman baru',
  each: 'Ulangi untuk setiap',
}

/** A part as it is added; null where its paper has nothing of this sort. */
export function newPart(part: TemplatePart['part'], names: Names): TemplatePart | null {
  const [place] = names.places
  const [table] = names.tables
  const [signer] = names.signers
  const [each] = names.each
  switch (part) {
    case 'cover':
    case 'title':
    case 'lines':
      return { part, lines: [''] }
    case 'heading':
    case 'text':
      return { part, text: '' }
    case 'facts':
      return { part, facts: [{ name: '', said: '' }] }
    case 'prose':
      return place === undefined ? null : { part, of: place }
    case 'table':
      return table === undefined ? null : { part, table }
    case 'signatures':
      return signer === undefined ? null : { part, on: '', by: [{ as: '', signer }] }
    case 'each':
      return each === undefined ? null : { part, each, parts: [{ part: 'heading', text: '{judul}' }] }
    default:
      return { part }
  }
}
