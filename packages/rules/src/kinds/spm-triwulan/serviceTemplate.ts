import type { PaperTemplate } from '../../papers/PaperKind.ts'

/** The outline of the report as regencies print it: Bab I to IV, the second by field of government. */
export const serviceTemplate: PaperTemplate = [
  { part: 'letterhead' },
  {
    part: 'title',
    lines: ['LAPORAN PENERAPAN STANDAR PELAYANAN MINIMAL', '{nama-besar}', '{periode-besar}'],
  },
  { part: 'title', lines: ['BAB I', 'PENDAHULUAN'] },
  { part: 'heading', text: 'A. Latar belakang' },
  {
    part: 'text',
    text: 'Standar Pelayanan Minimal adalah ketentuan mengenai jenis dan mutu pelayanan dasar yang merupakan urusan pemerintahan wajib yang berhak diperoleh setiap warga negara secara minimal. Laporan ini memuat hasil penerapan, kendala, dan ketersediaan anggaran {perangkat-daerah} sampai dengan akhir {periode}.',
  },
  { part: 'heading', text: 'B. Dasar hukum' },
  { part: 'table', table: 'dasar-hukum' },
  { part: 'heading', text: 'C. Kebijakan umum' },
  {
    part: 'text',
    text: 'Pelaksanaan urusan pemerintahan wajib yang berkaitan dengan pelayanan dasar diprioritaskan, dan belanja daerah diprioritaskan untuk mendanainya sesuai Standar Pelayanan Minimal (Undang-Undang Nomor 23 Tahun 2014 Pasal 18 dan Pasal 298).',
  },
  { part: 'heading', text: 'D. Arah kebijakan' },
  {
    part: 'text',
    text: 'Setiap warga negara yang berhak dilayani seluruhnya setiap tahun, melalui empat tahapan: pengumpulan data, penghitungan kebutuhan, penyusunan rencana, dan pelaksanaan pemenuhan pelayanan dasar.',
  },
  { part: 'title', lines: ['BAB II', 'PENERAPAN DAN PENCAPAIAN SPM'] },
  {
    part: 'each',
    each: 'urusan',
    parts: [
      { part: 'heading', text: 'Bidang urusan {judul}' },
      { part: 'heading', text: '1. Jenis pelayanan dasar', level: 3 },
      { part: 'table', table: 'jenis' },
      { part: 'heading', text: '2. Target pencapaian SPM', level: 3 },
      { part: 'table', table: 'target' },
      { part: 'heading', text: '3. Realisasi', level: 3 },
      { part: 'table', table: 'realisasi' },
      { part: 'heading', text: 'Mutu minimal layanan dasar', level: 4 },
      { part: 'table', table: 'mutu' },
      { part: 'heading', text: '4. Alokasi anggaran', level: 3 },
      { part: 'table', table: 'anggaran' },
      { part: 'heading', text: '5. Dukungan personel', level: 3 },
      { part: 'table', table: 'personel' },
      { part: 'heading', text: '6. Permasalahan dan solusi', level: 3 },
      { part: 'table', table: 'permasalahan' },
    ],
  },
  { part: 'title', lines: ['BAB III', 'PROGRAM DAN KEGIATAN'] },
  { part: 'heading', text: 'A. Rencana aksi' },
  { part: 'table', table: 'rencana-aksi' },
  { part: 'heading', text: 'B. Empat tahapan penerapan SPM' },
  { part: 'table', table: 'tahapan' },
  { part: 'title', lines: ['BAB IV', 'PENUTUP'] },
  {
    part: 'text',
    text: 'Sampai dengan akhir {periode}, rata-rata indeks pencapaian SPM dari {jumlah} jenis pelayanan dasar yang diampu {perangkat-daerah} adalah {indeks} ({kategori}).',
  },
  { part: 'text', text: 'Demikian laporan ini dibuat untuk dipergunakan sebagaimana mestinya.' },
  { part: 'signatures', on: '{tempat}, {tanggal}', by: [{ as: '', signer: 'kepala' }] },
]
