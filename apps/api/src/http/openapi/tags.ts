/** Chapters of the documentation by the first word of a path; a word that is not here is a chapter of its own. */
const chapters: Record<string, string> = {
  public: 'Masuk',
  session: 'Masuk',
  sessions: 'Masuk',
  password: 'Masuk',
  offices: 'Perangkat daerah',
  settings: 'Pengaturan',
  people: 'Orang dan jabatan',
  posts: 'Orang dan jabatan',
  keys: 'Kunci API',
  periods: 'Rencana lapor',
  waves: 'Rencana lapor',
  assignments: 'Rencana lapor',
  obligations: 'Kewajiban lapor',
  forms: 'Formulir',
  catalogues: 'Katalog',
  'rule-sets': 'Aturan penghitungan',
  submissions: 'Laporan',
  figures: 'Angka',
  recap: 'Angka',
  overview: 'Angka',
  contributions: 'Sumbangan data',
  'reopen-requests': 'Permintaan membuka kembali',
  archive: 'Nilai dari arsip',
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

export const tagOf = (path: string): string => {
  const [first = '', , third = ''] = path.split('/').slice(1)
  return (first === 'submissions' && parts[third]) || (chapters[first] ?? first)
}
