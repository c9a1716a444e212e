/** What a move may need. `anchors`: named as a list that is not empty, or as null for all. */
export const moveNeeds = [
  'nothing-blocks',
  'period-open',
  'notes-answered',
  'reason',
  'date',
  'anchors',
  'unclaimed',
  'own-claim',
  'claimed',
  'another-person',
  'open-note',
  'ticks',
  'evaluated',
] as const
export type MoveNeed = (typeof moveNeeds)[number]

export const needLabels: Record<MoveNeed, string> = {
  'nothing-blocks': 'Masih ada isian yang menghalangi pengiriman.',
  'period-open': 'Periode ini tidak sedang dibuka.',
  'notes-answered': 'Setiap catatan yang terbuka perlu dijawab.',
  reason: 'Alasan wajib ditulis.',
  date: 'Tanggal batas jawaban wajib diisi.',
  anchors: 'Sebutkan bagian yang dibuka, atau buka semuanya.',
  unclaimed: 'Laporan ini sudah diambil untuk diperiksa.',
  'own-claim': 'Ambil dahulu laporan ini untuk diperiksa.',
  claimed: 'Laporan ini tidak sedang dipegang seorang pemeriksa.',
  'another-person': 'Pemeriksaan kedua harus dilakukan orang lain, bukan pemeriksa pertama.',
  'open-note': 'Tulis paling sedikit satu catatan yang terbuka.',
  ticks: 'Setiap baris dengan keadaan nihil, tidak berlaku, atau belum tersedia perlu ditandai sudah diperiksa.',
  evaluated: 'Penilaian belum lengkap: isi setiap kolom penilai, dan perbaiki yang ditandai salah.',
}

export const cleanHandsMessage =
  'Anda ikut mengisi, membagi, melampirkan, menandatangani, mengirim, menarik kembali, atau meminta laporan ini dibuka, jadi orang lain yang memeriksanya.'
