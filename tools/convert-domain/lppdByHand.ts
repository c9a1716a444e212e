// What a formula text cannot be split into by a program: inputs of the twelve growth, deviation, checklist and composite rows,
// the rows whose formula the sources leave open, hints for the person who fills in, ids where two names begin alike.
import type { RowFormula } from '@sepakat/rules'

const growth = (what: string, sense: 'rise' | 'fall' = 'rise'): RowFormula => ({
  kind: 'growth',
  inputs: { current: `${what} tahun n`, previous: `${what} tahun n-1`, previousSource: 'Sumber angka tahun n-1' },
  sense,
})

export const FORMULAS: Record<string, RowFormula> = {
  '2.l.1': growth('Jumlah investasi'),
  '3.b.1': growth('Jumlah wisatawan mancanegara'),
  '3.b.2': growth('Jumlah wisatawan nusantara'),
  '3.c.2': growth('Jumlah kejadian/kasus penyakit hewan menular', 'fall'),
  '3.g.1': growth('Jumlah industri kecil dan menengah'),
  'P.4.1': {
    kind: 'deviation',
    inputs: { planned: 'Total belanja dalam APBD', realized: 'Total belanja dalam realisasi' },
  },
  'P.4.2': { kind: 'deviation', inputs: { planned: 'Total PAD dalam APBD', realized: 'Total PAD dalam realisasi' } },
  'P.4.3': { kind: 'checklist', inputs: { met: 'Ya' } },
  'P.5.1': { kind: 'checklist', inputs: { met: 'Ya' } },
  '2.i.1': { kind: 'composite', inputs: { value: 'Indeks konektivitas', weight: 'Bobot moda' }, combine: 'weighted' },
  '2.r.1': { kind: 'composite', inputs: { value: 'Persentase' }, combine: 'mean' },
  '2.r.2': { kind: 'composite', inputs: { value: 'Persentase' }, combine: 'mean' },
}

interface Child {
  label: string
  help?: string
}
export const CHECKS: Record<string, Child[]> = {
  'P.4.3': [
    { label: 'Ada daftar aset tetap' },
    { label: 'Ada manual manajemen aset' },
    { label: 'Ada proses inventarisasi tahunan' },
    { label: 'Nilai aset tercantum dalam laporan keuangan' },
  ],
  'P.5.1': [{ label: 'Informasi sumber daya yang tersedia untuk pelayanan dipublikasikan' }],
}

/** `weighted`: the region's own weights are typed with the values, since the source cuts its list of weights off. */
export const PARTS: Record<string, { weighted: boolean; parts: Child[] }> = {
  '2.i.1': {
    weighted: true,
    parts: [
      {
        label: 'IK1: angkutan jalan',
        help: '(Jumlah trayek dilayani × bobot trayek) ÷ jumlah kebutuhan trayek. Trayek dilayani = perintis + AKAP.',
      },
      {
        label: 'IK2: angkutan sungai, danau dan penyeberangan',
        help: '(Jumlah lintas penyeberangan beroperasi × bobot lintas) ÷ jumlah kebutuhan lintas. Lintas beroperasi = perintis + komersial.',
      },
    ],
  },
  '2.r.1': {
    weighted: false,
    parts: [
      { label: 'Arsip aktif yang dibuatkan daftar arsip' },
      { label: 'Arsip inaktif yang dibuatkan daftar arsip' },
      { label: 'Arsip statis yang dibuatkan sarana temu balik' },
      { label: 'Arsip yang dimasukkan dalam SIKN/JIKN' },
    ],
  },
  '2.r.2': {
    weighted: false,
    parts: [
      { label: 'Arsip dimusnahkan sesuai NSPK' },
      { label: 'Arsip perangkat daerah yang digabung, dibubarkan atau dimekarkan' },
      { label: 'Arsip hilang (DPA)' },
      { label: 'Penyelamatan arsip akibat bencana' },
      { label: 'Izin penggunaan arsip tertutup' },
    ],
  },
}

export const WARNINGS: Record<string, string> = {
  '1.c.6':
    'Rumus belum pasti: hanya satu sumber, dan IMB diganti PBG sejak PP 16/2021. Cocokkan dengan Lampiran Permendagri 18/2020 sebelum mengisi.',
  '1.c.9':
    'Rumus belum pasti: satu sumber memakai proyek yang TERJADI kecelakaan sebagai pembilang. Di sini dipakai menurut namanya: proyek tanpa kecelakaan, makin tinggi makin baik.',
  '2.b.2':
    'Rumus belum pasti: satu sumber memakai semua anak (penduduk di bawah 18 tahun) sebagai penyebut. Di sini dipakai jumlah anak korban kekerasan.',
  '2.e.3':
    'Rumus belum pasti: satu sumber memakai usaha yang MELANGGAR sebagai pembilang. Di sini dipakai menurut namanya: yang taat dibagi yang diawasi, makin tinggi makin baik.',
  '3.g.1':
    'Rumus belum pasti: judul dan pembagi di sumber tertukar dengan industri besar, dan satu sumber hanya memakai selisih. Di sini dipakai bentuk persen terhadap tahun n-1; boleh negatif.',
}

export const HELP: Record<string, string> = {
  '1.b.1':
    'Dihitung × 100%, seperti di dua daerah yang terbaca; sebagian dokumen menulisnya tanpa × 100 atau per 1.000 penduduk.',
  '1.b.2': 'Penyebut: semua rumah sakit di kabupaten/kota, bukan hanya rumah sakit rujukan.',
  '1.d.1': 'Tanpa bencana, penyebut 0: nilai tidak dapat dihitung.',
  '1.e.7': 'Rata-rata waktu dalam menit; standar SPM 15 menit.',
  '2.a.3': 'Rupiah per orang, bukan persen.',
  '2.a.5': 'Dapat melebihi 100%: yang ditempatkan tidak selalu terdaftar di tahun yang sama.',
  '2.i.1':
    'Bobot trayek/lintas menurut frekuensi: tinggi (lebih dari 5 kali seminggu) 1; sedang (3-4 kali) 0,8. Bobot moda menurut ciri wilayah.',
  '2.l.1': 'Boleh negatif.',
  '3.b.1': 'Boleh negatif.',
  '3.b.2': 'Boleh negatif.',
  '3.c.1': 'Ton per hektare: 66,95 kuintal/ha ditulis 6,695.',
  '3.c.2': 'Penurunan bernilai positif; kenaikan bernilai negatif.',
  'P.3.1': 'Pembaginya bukan seluruh pegawai, jadi dapat melebihi 100%.',
}

/** Direct values whose formula text is not a name for one number. */
export const VALUE_LABELS: Record<string, string> = { '2.o.1': 'Nilai keamanan informasi (Indeks KAMI)' }

export const IDS: Record<string, string> = {
  '2.n.1': 'opd-memakai-statistik-perencanaan',
  '2.n.2': 'opd-memakai-statistik-evaluasi',
  '3.g.3': 'pengawasan-izin-usaha-industri',
  '3.g.4': 'pengawasan-izin-perluasan-industri',
  '3.g.5': 'pengawasan-izin-kawasan-industri',
}
