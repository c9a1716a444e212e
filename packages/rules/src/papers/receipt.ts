import { periodTitle } from '../periods/period.ts'
import type { PaperKind } from './PaperKind.ts'

export const receiptId = 'tanda-terima'

/** The receipt of a submission, of every form; a draft has none. */
export const receipt: PaperKind = {
  of: 'submission',
  places: {
    daerah: ({ region }) => region,
    'perangkat-daerah': ({ office }) => office,
    laporan: ({ title, number }) => (number > 1 ? `${title}, perubahan ke-${number - 1}` : title),
    periode: ({ period }) => periodTitle(period),
    nomor: ({ submitted }) => submitted?.receipt ?? null,
    kiriman: ({ submitted }) => (submitted ? String(submitted.n) : null),
    waktu: ({ submitted }) => submitted?.at ?? null,
    pengirim: ({ submitted }) => submitted?.by ?? null,
  },
  template: [
    { part: 'letterhead' },
    { part: 'title', lines: ['TANDA TERIMA', 'Nomor {nomor}'] },
    { part: 'text', text: 'Telah diterima melalui SEPAKAT laporan perangkat daerah sebagai berikut:' },
    {
      part: 'facts',
      facts: [
        { name: 'Perangkat daerah', said: '{perangkat-daerah}' },
        { name: 'Laporan', said: '{laporan}' },
        { name: 'Periode', said: '{periode}' },
        { name: 'Kiriman', said: 'ke-{kiriman}' },
        { name: 'Waktu diterima', said: '{waktu}' },
        { name: 'Dikirim oleh', said: '{pengirim}' },
      ],
    },
    {
      part: 'text',
      text: 'Tanda terima ini menyatakan bahwa laporan telah dikirim dan tercatat. Hasil pemeriksaannya disampaikan tersendiri. Tanda terima ini dibuat oleh sistem dan tidak memerlukan tanda tangan.',
    },
  ],
}
