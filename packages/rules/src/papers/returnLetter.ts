import { periodTitle } from '../periods/period.ts'
import type { PaperGiven, PaperKind, PaperTable } from './PaperKind.ts'

export const returnLetterId = 'surat-pengembalian'

/** No. | Isian | Catatan. */
const notes = ({ returned }: PaperGiven): PaperTable => ({
  columns: [
    { title: 'No.', share: 6 },
    { title: 'Isian', share: 40 },
    { title: 'Catatan pemeriksa', share: 54 },
  ],
  lines: (returned?.notes ?? []).map(({ place, text }, nth) => ({
    cells: [{ text: `${nth + 1}.` }, { text: place }, { text }],
  })),
})

/** The letter with which a submission goes back to its office, of every form. Its number and who signs it are written by hand. */
export const returnLetter: PaperKind = {
  of: 'return',
  places: {
    laporan: ({ title, number }) => (number > 1 ? `${title}, perubahan ke-${number - 1}` : title),
    periode: ({ period }) => periodTitle(period),
    'pemeriksa-daerah': ({ reviewers }) => reviewers,
    kedudukan: ({ place }) => place,
    tanggal: ({ returned }) => returned?.day ?? null,
    surat: () => null,
    penerima: ({ head, office }) => head?.title ?? `Kepala ${office}`,
    tempat: ({ place }) => place,
    nomor: ({ submitted }) => submitted?.receipt ?? null,
    kiriman: ({ submitted }) => (submitted ? String(submitted.n) : null),
    waktu: ({ submitted }) => submitted?.at ?? null,
    pemeriksa: ({ returned }) => returned?.by ?? null,
    batas: ({ returned }) => returned?.answerBy ?? null,
  },
  tables: { catatan: notes },
  signers: { pengirim: () => ({ job: null, name: null, under: [`NIP ${'.'.repeat(32)}`] }) },
  template: [
    { part: 'letterhead', office: '{pemeriksa-daerah}' },
    { part: 'lines', lines: ['{kedudukan}, {tanggal}'], right: true },
    {
      part: 'facts',
      facts: [
        { name: 'Nomor', said: '{surat}' },
        { name: 'Sifat', said: 'Penting' },
        { name: 'Lampiran', said: '-' },
        { name: 'Hal', said: 'Pengembalian laporan {laporan}, {periode}' },
      ],
    },
    { part: 'lines', lines: ['Yth. {penerima}', 'di {tempat}'] },
    {
      part: 'text',
      text: 'Laporan {laporan} untuk {periode} yang Saudara kirimkan sebagai kiriman ke-{kiriman} pada {waktu} dengan nomor tanda terima {nomor} telah diperiksa oleh {pemeriksa} dan dikembalikan untuk diperbaiki, dengan catatan sebagai berikut:',
    },
    { part: 'table', table: 'catatan' },
    { part: 'text', text: 'Perbaikan agar dikirim kembali melalui SEPAKAT paling lambat {batas}.' },
    { part: 'text', text: 'Demikian disampaikan. Atas perhatian dan kerja sama Saudara diucapkan terima kasih.' },
    { part: 'signatures', on: '', by: [{ as: '', signer: 'pengirim' }] },
  ],
}
