/** Chapters of the documentation by the first word of a path; a word that is not here is a chapter of its own. */
const chapters: Record<string, string> = {
  public: 'Masuk',
  session: 'Masuk',
  sessions: 'Masuk',
  password: 'Masuk',
  'second-factor': 'Masuk',
  offices: 'Perangkat daerah',
  settings: 'Pengaturan',
  people: 'Orang dan jabatan',
  posts: 'Orang dan jabatan',
  keys: 'Kunci API',
  webhooks: 'Webhook',
  secondings: 'Persetujuan kedua',
  periods: 'Rencana lapor',
  waves: 'Rencana lapor',
  assignments: 'Rencana lapor',
  obligations: 'Kewajiban lapor',
  forms: 'Formulir',
  catalogues: 'Katalog',
  'rule-sets': 'Aturan penghitungan',
  submissions: 'Laporan',
  papers: 'Laporan',
  signing: 'Laporan',
  figures: 'Angka',
  recap: 'Angka',
  overview: 'Angka',
  leader: 'Angka',
  dashboards: 'Angka',
  contributions: 'Sumbangan data',
  'reopen-requests': 'Permintaan membuka kembali',
  archive: 'Nilai dari arsip',
  nomenclature: 'Nomenklatur daerah',
  system: 'Sistem',
  'paper-templates': 'Susunan naskah',
  'edition-outlines': 'Susunan naskah',
  emblem: 'Susunan naskah',
  announcements: 'Pengumuman',
  editions: 'Laporan kabupaten',
  search: 'Pencarian',
  open: 'Data terbuka',
}
const parts: Record<string, string> = {
  answers: 'Isian laporan',
  changes: 'Isian laporan',
  bell: 'Isian laporan',
  presence: 'Isian laporan',
  notes: 'Catatan verifikator',
  attachments: 'Bukti dukung',
  contributions: 'Sumbangan data',
  contributors: 'Sumbangan data',
  'reopen-requests': 'Permintaan membuka kembali',
}

const about: Record<string, string> = {
  Masuk: 'Masuk dan keluar, sandi, dan siapa yang sedang meminta.',
  'Perangkat daerah': 'Perangkat daerah sebagai pohon, dengan nama-namanya dari masa ke masa.',
  Pengaturan: 'Pilihan yang berlaku bagi seluruh daerah.',
  'Orang dan jabatan': 'Orang, jabatannya, dan kode masuknya.',
  'Kunci API': 'Kunci bagi program lain.',
  Webhook: 'Pemberitahuan kepada program lain bahwa ada yang berubah.',
  'Persetujuan kedua': 'Pemberian hak yang memerlukan dua orang.',
  'Rencana lapor': 'Periode, gelombang, dan pengampu: dari sinilah kewajiban lapor dibuat.',
  'Kewajiban lapor': 'Apa yang harus dilaporkan, oleh siapa, dan sampai kapan.',
  Formulir: 'Apa yang ditanyakan tiap formulir, dan apa yang dihitung dari isiannya.',
  Katalog: 'Baris-baris formulir dan perbaikannya.',
  'Aturan penghitungan': 'Pilihan daerah di tempat yang dibiarkan terbuka oleh peraturan.',
  'Laporan kabupaten':
    'Laporan yang disusun daerah dari yang disetujui: naskah, angka, reviu, pengesahan, dan berkasnya.',
  Laporan: 'Laporan dari dimulai sampai disetujui, dan kiriman-kirimannya.',
  'Isian laporan': 'Isian, perubahannya, dan siapa yang sedang mengisi.',
  'Catatan verifikator': 'Catatan pada isian, jawabannya, dan penyelesaiannya.',
  'Bukti dukung': 'Berkas yang membuktikan isian.',
  'Sumbangan data': 'Bagian laporan yang diserahkan kepada unit atau orang lain.',
  'Permintaan membuka kembali': 'Permintaan mengubah laporan yang sudah dikirim.',
  Angka: 'Angka yang dihitung dari kiriman, dan rekapitulasinya.',
  'Nilai dari arsip': 'Nilai dari masa sebelum SEPAKAT.',
  'Nomenklatur daerah': 'Nama, indikator, dan satuan kode-kode menurut tahun.',
  Sistem: 'Keadaan sistem.',
  'Data terbuka': 'Yang dibuka daerah bagi siapa saja, tanpa masuk.',
  Pencarian: 'Mencari apa saja yang bernama.',
  Pengumuman: 'Pemberitahuan kepada semua yang mengurus suatu jenis laporan.',
}

/** The chapters of these tags, each with what it is about. */
export const tagsOf = (names: Iterable<string>) =>
  [...new Set(names)].map(name => ({ name, description: about[name] ?? name }))

export const tagOf = (path: string): string => {
  const [first = '', , third = ''] = path.split('/').slice(1)
  return (first === 'submissions' && parts[third]) || (chapters[first] ?? first)
}
