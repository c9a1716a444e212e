// What the collected SPM material does not hold in a shape a form can show: ids, groups, the law in force, notes in Indonesian.
import type { Confidence, Group } from '@sepakat/rules'

export const GROUPS: (Group & { legal: string; note?: string })[] = [
  {
    id: 'pendidikan',
    code: '1.01',
    label: 'Pendidikan',
    legal: 'PP 2/2018; Permendikbudristek 32/2022; Kepmendikbudristek 311/M/2022 (penghitungan indeks)',
  },
  {
    id: 'kesehatan',
    code: '1.02',
    label: 'Kesehatan',
    legal: 'PP 2/2018; Permenkes 6/2024 (menggantikan Permenkes 4/2019)',
  },
  {
    id: 'pekerjaan-umum',
    code: '1.03',
    label: 'Pekerjaan umum',
    legal: 'PP 2/2018 Pasal 7; Permen PUPR 13/2023 (menggantikan Permen PUPR 29/PRT/M/2018)',
  },
  {
    id: 'perumahan-rakyat',
    code: '1.04',
    label: 'Perumahan rakyat',
    legal: 'PP 2/2018 Pasal 8; Permen PUPR 13/2023 (menggantikan Permen PUPR 29/PRT/M/2018)',
  },
  {
    id: 'trantibumlinmas',
    code: '1.05',
    label: 'Ketenteraman, ketertiban umum dan pelindungan masyarakat',
    legal: 'PP 2/2018 Pasal 9',
  },
  {
    id: 'trantibumlinmas.trantibum',
    parent: 'trantibumlinmas',
    label: 'Ketenteraman dan ketertiban umum',
    legal: 'PP 2/2018 Pasal 9; Permendagri 121/2018',
  },
  {
    id: 'trantibumlinmas.bencana',
    parent: 'trantibumlinmas',
    label: 'Bencana',
    legal: 'PP 2/2018 Pasal 9; Permendagri 101/2018',
  },
  {
    id: 'trantibumlinmas.kebakaran',
    parent: 'trantibumlinmas',
    label: 'Kebakaran',
    legal: 'PP 2/2018 Pasal 9; Permendagri 114/2018',
  },
  { id: 'sosial', code: '1.06', label: 'Sosial', legal: 'PP 2/2018 Pasal 10; Permensos 9/2018' },
]

export const SUBGROUP: Record<string, string> = {
  'ketenteraman dan ketertiban umum': 'trantibumlinmas.trantibum',
  bencana: 'trantibumlinmas.bencana',
  kebakaran: 'trantibumlinmas.kebakaran',
}

const UNIT_DOUBT = (text: string) =>
  `Satuan belum pasti: ${text} Pakai satu satuan untuk kedua angka dan sebutkan dalam keterangan.`
const READ = 'Nama, penerima, pembilang: terbaca di sumber.'
const HEALTH = 'Nama dan pembilang: terbaca di sumber.'

/** In the order of the 29 services of a regency. */
export const SERVICES: Record<
  string,
  {
    id: string
    note: string
    unit?: string
    recipients?: string
    numerator?: string
    denominator?: string
    warning?: string
    help?: string
    confidence?: Confidence
  }
> = {
  '1.01-01': {
    id: 'paud',
    note: `${READ} Penyebut: terbaca (data terbuka Kab. Blitar, IKK LPPD). PP 2/2018: "pendidikan anak usia dini"; daftar e-SPM mencetak "Pendidikan Dasar Usia Dini".`,
  },
  '1.01-02': {
    id: 'pendidikan-dasar',
    note: `${READ} Penyebut: ingatan (penduduk kelompok usia yang sama). Formulir Permendagri 59/2021 memuat pula rata-rata literasi dan numerasi Asesmen Nasional; cara masuknya ke bagian 80% tidak terbaca. IKK LPPD memecah penduduk yang sama menjadi SD (7-12) dan SMP (13-15).`,
  },
  '1.01-03': {
    id: 'pendidikan-kesetaraan',
    note: `${READ} Penyebut: terbaca di IKK LPPD 1.a.4. Catatan literasi dan numerasi seperti pendidikan dasar.`,
  },
  '1.02-01': {
    id: 'ibu-hamil',
    note: `${HEALTH} Penyebut ("proyeksi"): terbaca sebagai isian formulir, bunyinya ingatan. Di e-SPM keempat tes deteksi satu baris mutu (KID35).`,
  },
  '1.02-02': { id: 'ibu-bersalin', note: `${HEALTH} Penyebut: terbaca sebagai isian "proyeksi".` },
  '1.02-03': {
    id: 'bayi-baru-lahir',
    note: `${HEALTH} Penyebut: terbaca sebagai isian "proyeksi". Batas usia penerima: ingatan.`,
  },
  '1.02-04': {
    id: 'balita',
    note: `${HEALTH} Penyebut: terbaca sebagai isian "proyeksi". Batas usia penerima: ingatan.`,
  },
  '1.02-05': { id: 'usia-dikdas', note: `${HEALTH} Penyebut dan batas usia penerima: ingatan.` },
  '1.02-06': {
    id: 'usia-produktif',
    note: `${HEALTH} Penyebut: ingatan. Batas usia: terbaca di IKK LPPD 1.b.8 (Kota Gorontalo).`,
  },
  '1.02-07': {
    id: 'usia-lanjut',
    note: `${HEALTH} Penyebut: ingatan. Batas usia: terbaca di IKK LPPD 1.b.9 (Kota Gorontalo).`,
  },
  '1.02-08': { id: 'hipertensi', note: `${HEALTH} Penyebut dan batas usia penerima: ingatan.` },
  '1.02-09': { id: 'diabetes', note: `${HEALTH} Usia penerima: terbaca. Penyebut: ingatan.` },
  '1.02-10': { id: 'odgj-berat', note: `${HEALTH} Penyebut: ingatan. Baris SDM tidak ada di formulir lama.` },
  '1.02-11': { id: 'terduga-tb', note: `${HEALTH} Penyebut: ingatan.` },
  '1.02-12': {
    id: 'risiko-hiv',
    note: `${HEALTH} Penyebut: ingatan. Kelompok berisiko (ibu hamil, pasien TB, pasien IMS, populasi kunci, warga binaan): ingatan.`,
  },
  '1.03-01': {
    id: 'air-minum',
    note: 'Nama: terbaca (formulir Permendagri 59/2021 menulis "Penyediaan"). Pembilang dan penyebut: terbaca. Masyarakat miskin atau tidak mampu dan daerah rawan air didahulukan (PP 2/2018: ingatan). Mutu hanya barang dan jasa.',
    recipients: 'Warga negara/rumah tangga',
    unit: 'orang',
    warning: UNIT_DOUBT('sebagian daerah menghitung orang, sebagian kepala keluarga (KK).'),
    help: 'Yang dihitung: leding, sumur bor/pompa, sumur terlindung, mata air terlindung, air hujan, kran umum, hidran umum, terminal air, lebih dari 10 m dari pembuangan limbah. Sumber tak terlindung tidak dihitung (Lampiran I Permen PUPR 29/PRT/M/2018).',
  },
  '1.03-02': {
    id: 'air-limbah',
    note: 'Nama dan pembilang: terbaca. Penyebut: IKK LPPD 1.c.5 memakai jumlah rumah (terbaca); bunyi SPM dengan warga negara: terbaca. Sisanya ingatan.',
    unit: 'orang',
    warning: UNIT_DOUBT('sebagian daerah menghitung orang, sebagian rumah tangga; IKK LPPD menghitung rumah.'),
  },
  '1.04-01': {
    id: 'rumah-korban-bencana',
    note: 'Nama dan pembilang: terbaca. Penyebut dan satuan: terbaca di IKK LPPD 1.d.1 (Kota Gorontalo); bunyi SPM: warga negara korban bencana yang rumahnya terdampak.',
    unit: 'unit rumah',
    denominator: 'Jumlah total rencana unit rumah korban bencana yang akan ditangani pada tahun n',
    warning: UNIT_DOUBT('IKK LPPD menghitung unit rumah, formulir SPM menghitung warga negara.'),
    help: 'Hanya bencana alam (tsunami, gempa bumi, gunung meletus, tanah longsor, angin puting beliung, kebakaran hutan), bukan banjir dan bukan kebakaran karena kelalaian; dengan keputusan bencana dari kepala daerah; boleh dilaksanakan sampai 3 tahun setelah bencana; penerima berpenghasilan paling tinggi UMP (paparan Permen PUPR 29/2018).',
  },
  '1.04-02': {
    id: 'rumah-relokasi',
    note: 'Nama dan pembilang: terbaca. Penyebut, satuan, dan ketiga jenis fasilitasi: terbaca di IKK LPPD 1.d.2 (Kota Gorontalo).',
    unit: 'rumah tangga',
    warning: UNIT_DOUBT('IKK LPPD menghitung rumah tangga, formulir SPM menghitung warga negara.'),
  },
  '1.05-01': {
    id: 'trantibum',
    note: `${READ} Penyebut: ingatan. Keempat standar mutu dari peraturan provinsi yang mengikuti Permendagri 121/2018; pemecahan yang keempat: ingatan.`,
  },
  '1.05-02': {
    id: 'informasi-rawan-bencana',
    note: `${READ} Penyebut sama dengan penerima: ingatan.`,
    help: 'Jenis ancaman: gempa bumi, tsunami, banjir, tanah longsor, letusan gunung api, gelombang laut ekstrem, angin topan (puting beliung), kekeringan, kebakaran hutan dan lahan, epidemi/wabah penyakit/zoonosis prioritas.',
  },
  '1.05-03': { id: 'kesiapsiagaan-bencana', note: `${READ} Sumber penyebut tidak disebut.`, confidence: 'partly-seen' },
  '1.05-04': {
    id: 'evakuasi-bencana',
    note: 'Nama dan pembilang: terbaca. Penerima: terbaca, tetapi satu laporan 2020 memakai bunyi "kawasan rawan bencana" dan ingatan berbeda.',
    recipients: 'Warga negara yang menjadi korban bencana',
  },
  '1.05-05': {
    id: 'evakuasi-kebakaran',
    note: `${READ} Laporan 2020 yang lain mengukur layanan pemadaman dalam tingkat waktu tanggap dibagi kejadian kebakaran (terbaca). Waktu tanggap 15 menit: ingatan.`,
  },
  '1.06-01': {
    id: 'disabilitas-telantar',
    note: 'Nama, pembilang, penyebut, penerima: terbaca. Bahwa setiap layanan adalah baris mutu jenis ini: kesimpulan.',
  },
  '1.06-02': {
    id: 'anak-telantar',
    note: 'Nama, pembilang, penyebut, penerima: terbaca. Bahwa setiap layanan adalah baris mutu jenis ini: kesimpulan. Pengasuhan (ingatan lemah) tidak dimuat.',
  },
  '1.06-03': {
    id: 'lansia-telantar',
    note: 'Nama, pembilang, penyebut, penerima: terbaca. Bahwa setiap layanan adalah baris mutu jenis ini: kesimpulan. Pemulasaraan (ingatan lemah) tidak dimuat.',
  },
  '1.06-04': {
    id: 'gepeng',
    note: 'Nama, pembilang, penyebut, penerima: terbaca. Sebelas layanan juga dalam definisi Kota Singkawang; sisanya sebagai baris mutu: kesimpulan.',
  },
  '1.06-05': {
    id: 'korban-bencana',
    note: 'Nama, pembilang, penyebut: terbaca (Kab. Bandung 2020, Kota Blitar). Bahwa kelima layanan adalah baris mutu: kesimpulan.',
  },
}

/** Rows of the list of 2024 that are the same thing as a row of the list before keep its id, so last year's value stays beside them. */
export const SAME_AS_BEFORE: Record<string, string> = {
  'Buku Kesehatan Ibu dan Anak (KIA)': 'Buku KIA',
  'Buku Kartu Ibu dan Anak (KIA)': 'Buku KIA',
  'Alat deteksi risiko Ibu Hamil: Test Kehamilan': 'Alat deteksi risiko ibu hamil: tes kehamilan',
  'Tenaga medis: Dokter/dokter spesialis obstetri dan ginekologi': 'Dokter/dokter spesialis kebidanan dan kandungan',
  'Tenaga kesehatan: Tenaga Gizi': 'Gizi',
  'Kuisioner Pra Skrining Perkembangan (KPSP) atau instrumen standar lain yang berlaku':
    'Kuesioner Pra Skrining Perkembangan (KPSP) atau instrumen standar lain yang berlaku',
  'Formulir Deteksi Dini Tumbuh Kembang Anak (DDTK)': 'Formulir DDTK',
  'Jarum suntik dan Bahan Habis Pakai (BHP)': 'Jarum suntik dan BHP',
  'Form pencatatan/Buku raport kesehatanku': 'Buku rapor kesehatanku',
  'Form pencatatan/Buku pemantauan kesehatan': 'Buku pemantauan kesehatan',
  'Pedoman dan media Komunikasi, Informasi, Edukasi (KIE)': 'Pedoman dan media KIE',
  'Pedoman pengendalian Hipertensi dan media Komunikasi, Informasi, Edukasi (KIE)':
    'Pedoman pengendalian hipertensi dan media KIE',
  'Media Komunikasi, Informasi, Edukasi (KIE)': 'Media KIE',
  'Buku Pedoman Diagnosis Penggolongan dan Diagnosis Gangguan Jiwa (PPDGJ III) atau Buku Pedoman Diagnosis Penggolongan dan Diagnosis Gangguan Jiwa terbaru (bila sudah tersedia)':
    'Buku Pedoman Diagnosis Penggolongan Gangguan Jiwa (PPDGJ III) atau yang terbaru',
  'Katrid tes cepat molekuler': 'Cartridge tes cepat molekuler',
  'Pedoman/Standar Operasional Prosedur (SOP)': 'Pedoman/standar operasional prosedur',
  'Media KIE (Lembar Balik, Leaflet, Poster, Banner)': 'Media KIE berupa lembar balik, leaflet, poster, banner',
  'Tenaga kesehatan: Ahli Teknologi Laboratorium Medis (ATLM)': 'ATLM',
}

/** Said once in front of many names; the id does without. */
export const PREFIX =
  /^(Alat deteksi risiko ibu hamil|Tenaga medis|Tenaga kesehatan|Alat|Tenaga non kesehatan terlatih atau mempunyai kualifikasi tertentu|Tenaga non kesehatan Terlatih\/Mempunyai Kualifikasi tertentu): /i

/** Names that begin alike for longer than an id is. */
export const QUALITY_IDS: Record<string, string> = {
  'Formulir rekapitulasi hasil pelayanan kesehatan usia sekolah dan remaja di dalam sekolah':
    'formulir-rekapitulasi-dalam-sekolah',
  'Formulir rekapitulasi hasil pelayanan kesehatan usia sekolah dan remaja di luar sekolah':
    'formulir-rekapitulasi-luar-sekolah',
}
