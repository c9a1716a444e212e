import type { PaperPart, PaperTemplate, PlainPart } from '../../papers/PaperKind.ts'

/** What was written, each text under its own number. */
const written = (each: string): PaperPart => ({
  part: 'each',
  each,
  parts: [
    { part: 'heading', text: '{kode} {judul}' },
    { part: 'prose', of: 'uraian' },
  ],
})
const analysis = (title: string, of: string, ...shown: string[]): PlainPart[] => [
  { part: 'heading', text: title, level: 4 },
  ...shown.map((table): PlainPart => ({ part: 'table', table })),
  { part: 'prose', of },
]

/** Ikhtisar, Bab I to IV, and what is attached (PermenPANRB 53/2014, Lampiran II). */
export const reportTemplate: PaperTemplate = [
  { part: 'cover', lines: ['LAPORAN KINERJA', '{nama-besar}', 'TAHUN {tahun}', 'PEMERINTAH {daerah-besar}'] },
  { part: 'contents' },
  { part: 'page' },
  { part: 'title', lines: ['IKHTISAR EKSEKUTIF'] },
  { part: 'each', each: 'ikhtisar', parts: [{ part: 'prose', of: 'uraian' }] },
  { part: 'page' },
  { part: 'title', lines: ['BAB I', 'PENDAHULUAN'] },
  written('pendahuluan'),
  { part: 'page' },
  { part: 'title', lines: ['BAB II', 'PERENCANAAN KINERJA'] },
  written('perencanaan'),
  { part: 'heading', text: 'Target perjanjian kinerja tahun {tahun}', level: 3 },
  { part: 'table', table: 'perjanjian' },
  { part: 'page' },
  { part: 'title', lines: ['BAB III', 'AKUNTABILITAS KINERJA'] },
  { part: 'heading', text: 'A. Capaian kinerja organisasi' },
  {
    part: 'text',
    text: 'Capaian kinerja {perangkat-daerah} tahun {tahun} adalah {capaian-kinerja} persen. Capaian setiap sasaran strategis diuraikan sebagai berikut.',
  },
  {
    part: 'each',
    each: 'sasaran',
    parts: [
      { part: 'heading', text: 'Sasaran {kode}: {judul}', level: 3 },
      ...analysis('1. Target dan realisasi tahun ini', 'analisis-tahun-ini', 'target-realisasi'),
      ...analysis(
        '2. Perbandingan dengan tahun lalu dan beberapa tahun terakhir',
        'analisis-tahun-lalu',
        'realisasi-tahun',
        'capaian-tahun',
      ),
      ...analysis('3. Perbandingan dengan target jangka menengah (Renstra)', 'analisis-renstra', 'renstra'),
      ...analysis('4. Perbandingan dengan standar nasional', 'analisis-nasional', 'nasional'),
      ...analysis('5. Penyebab keberhasilan atau kegagalan dan solusi yang telah dilakukan', 'analisis-penyebab'),
      ...analysis('6. Efisiensi penggunaan sumber daya', 'analisis-efisiensi'),
      ...analysis('7. Program dan kegiatan yang menunjang', 'analisis-program'),
    ],
  },
  { part: 'heading', text: 'B. Realisasi anggaran' },
  { part: 'table', table: 'anggaran' },
  { part: 'heading', text: 'Efisiensi menurut sasaran', level: 3 },
  { part: 'table', table: 'efisiensi' },
  { part: 'page' },
  { part: 'title', lines: ['BAB IV', 'PENUTUP'] },
  written('penutup'),
  { part: 'signatures', on: '{tempat}, {tanggal}', by: [{ as: '', signer: 'kepala' }] },
  { part: 'page' },
  { part: 'title', lines: ['LAMPIRAN', 'PENGUKURAN KINERJA TAHUN {tahun}'] },
  { part: 'table', table: 'pengukuran' },
]
