import type { PaperTemplate } from '../../papers/PaperKind.ts'

/** The chapters of the LKPJ to which an office contributes. */
export const programTemplate: PaperTemplate = [
  { part: 'page', wide: true },
  { part: 'letterhead' },
  {
    part: 'title',
    lines: ['BAHAN LAPORAN KETERANGAN PERTANGGUNGJAWABAN KEPALA DAERAH', '{nama-besar}', 'TAHUN {tahun}'],
  },
  {
    part: 'facts',
    facts: [
      { name: 'Anggaran (Rp)', said: '{anggaran}' },
      { name: 'Realisasi (Rp)', said: '{realisasi}' },
      { name: 'Serapan (%)', said: '{serapan}' },
      { name: 'Capaian fisik (%)', said: '{fisik}' },
    ],
  },
  { part: 'heading', text: 'A. Perubahan penjabaran APBD' },
  { part: 'table', table: 'anggaran' },
  { part: 'heading', text: 'B. Capaian pelaksanaan program, kegiatan, dan sub kegiatan' },
  { part: 'table', table: 'capaian' },
  { part: 'heading', text: 'C. Permasalahan dan upaya penyelesaian' },
  { part: 'table', table: 'permasalahan' },
  { part: 'heading', text: 'D. Pelaksanaan kebijakan strategis' },
  { part: 'table', table: 'kebijakan' },
  { part: 'heading', text: 'E. Tindak lanjut rekomendasi DPRD' },
  { part: 'table', table: 'rekomendasi' },
  { part: 'heading', text: 'F. Tugas pembantuan' },
  { part: 'table', table: 'tugas-pembantuan' },
  { part: 'signatures', on: '{tempat}, {tanggal}', by: [{ as: '', signer: 'kepala' }] },
]
