// Which units count whole things: there, `1.200` and `1,200` can only be twelve hundred. Exactly these words, since
// `orang per km²` or `dokter/1.000 penduduk` begins like one and measures.
import { plain } from '../text/plain.ts'
import type { Field } from '../types/Kind.ts'

const wholeUnits = new Set([
  // people
  ...['orang', 'jiwa', 'siswa', 'peserta', 'peserta didik', 'pegawai', 'guru', 'pasien', 'penduduk', 'keluarga', 'kk'],
  ...['kepala keluarga', 'rumah tangga', 'korban', 'tenaga kerja', 'kelompok', 'atlet', 'kader', 'asn', 'pns'],
  // places and bodies
  ...['unit', 'unit rumah', 'unit kerja', 'rumah', 'gedung', 'ruang', 'sekolah', 'satuan pendidikan', 'puskesmas'],
  ...['rombongan belajar'],
  ...['posyandu', 'rumah sakit', 'desa', 'kelurahan', 'desa/kelurahan', 'kecamatan', 'lokasi', 'titik', 'lembaga'],
  ...['organisasi', 'perangkat daerah', 'opd', 'perusahaan', 'koperasi', 'usaha', 'umkm', 'pasar', 'jembatan'],
  // papers
  ...['dokumen', 'dokumen/sop', 'sop', 'laporan', 'berkas', 'surat', 'formulir', 'buku', 'eksemplar', 'naskah'],
  ...['arsip', 'peraturan', 'perda', 'perkada', 'sertifikat', 'izin', 'rekomendasi', 'berita acara', 'lembar'],
  // things and events
  ...['paket', 'buah', 'set', 'alat', 'kit', 'botol', 'vial', 'ampul', 'tablet', 'kapsul', 'strip', 'vaksin', 'dosis'],
  ...[
    'test',
    'tes',
    'jenis',
    'media',
    'aplikasi',
    'sistem',
    'layanan',
    'ekor',
    'batang',
    'bibit',
    'benih',
    'kendaraan',
  ],
  ...['kejadian', 'kasus', 'perkara', 'pengaduan', 'kegiatan', 'kali', 'event', 'objek', 'bidang', 'persil', 'medali'],
])
const money = new Set(['rp', 'rupiah'])
/** They measure, and may have decimals; a share they are not. */
const measures = new Set([
  ...['m', 'meter', 'km', 'kilometer', 'm²', 'm2', 'm³', 'm3', 'km²', 'km2', 'ha', 'hektare', 'hektar', 'liter', 'lt'],
  ...['kg', 'kilogram', 'kuintal', 'ton', 'hari', 'hari kerja', 'minggu', 'bulan', 'tahun', 'jam', 'menit', 'kwh'],
])

/** What is known of a number before it is read: its unit, and the decimals of its field. */
export interface Counted {
  unit?: string | null | undefined
  decimals?: number | undefined
}

/** Whether a unit counts whole things (orang, unit, dokumen). */
const isWholeUnit = (unit: string): boolean => wholeUnits.has(plain(unit))

/** Whether a unit is of a share (`%`, `persen`). */
export const isPercentUnit = (unit: string): boolean => /%|persen/i.test(unit)

const countsThings = ({ unit }: Counted): boolean => unit != null && (isWholeUnit(unit) || money.has(plain(unit)))

/** Whether a number is of things, money, lengths, days: a share of them (`50 %`) is not the things themselves. */
export const isNoShare = (counted: Counted): boolean =>
  countsThings(counted) || (counted.unit != null && measures.has(plain(counted.unit)))

/** Whether one separator before exactly three digits can only group: whole things, and Rp, which has two decimals at most. */
export const groupsThousands = (counted: Counted): boolean => counted.decimals === 0 || countsThings(counted)

/** The same for the numbers of a field, in a row with this unit. */
export const countedIn = (field: Field, unit: string | null | undefined): Counted => ({
  unit,
  decimals: field.type === 'number' ? field.decimals : undefined,
})
