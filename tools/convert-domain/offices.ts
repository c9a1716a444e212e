import { existsSync, readFileSync } from 'node:fs'
import type { Confidence } from '@sepakat/rules'
import { slugOf } from '@sepakat/rules'
import { inIndonesian, weakest } from './marks.ts'

type Report = 'SPM' | 'LPPD' | 'SAKIP' | 'LKPJ'
export interface Opd {
  nama: string
  singkatan: string
  jenis: string
  induk: string | null
  kode_wilayah: string
  urusan: string[]
  laporan: Record<Report, 'ya' | 'tidak'>
  confidence_nama: 'seen' | 'memory'
  sumber: string
  catatan: string
}
export interface Office {
  id: string
  code: string
  name: string
  shortName: string
  kind: string
  parent: string | null
  areaCode: string | null
  urusan: string[]
  reports: string[]
  from: string
  confidence: Confidence
  source: string
  note: string
}

const KIND: Record<string, string> = { 'unit organisasi bersifat khusus': 'unit-khusus' }
/** Short codes name demo accounts and appear in lists; a bagian has no abbreviation in the sources. */
const CODES: Record<string, string> = {
  'Bagian Tata Pemerintahan': 'bag-tapem',
  'Bagian Kesejahteraan Rakyat': 'bag-kesra',
  'Bagian Hukum': 'bag-hukum',
  'Bagian Perekonomian dan Sumber Daya Alam': 'bag-ekonomi',
  'Bagian Administrasi Pembangunan': 'bag-adpem',
  'Bagian Pengadaan Barang dan Jasa': 'bag-pbj',
  'Bagian Umum': 'bag-umum',
  'Bagian Organisasi': 'bag-organisasi',
  'Bagian Protokol dan Komunikasi Pimpinan': 'bag-prokopim',
  'Bagian Perencanaan dan Keuangan': 'bag-renkeu',
  'Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana': 'dinkes',
  'Badan Perencanaan Pembangunan Daerah, Penelitian dan Pengembangan': 'bappeda',
}

const codeOf = (o: Opd) =>
  CODES[o.nama] ??
  (o.singkatan
    ? o.singkatan.toLowerCase().replace(/[^a-z0-9]+/g, '')
    : slugOf(o.nama.replace(/^Kecamatan/, 'kec').replace(/^Kelurahan/, 'kel')))
const clean = (text: string) =>
  inIndonesian(
    text
      .replace('find_string a public code file', 'berkas kode publik')
      .replace(' (seen)', '')
      .replace('seeder (lihat lppd-lkpj.md)', 'seeder aplikasi publik'),
  )

/** UUIDv7 with its instant at the day the list was made, so that ids sort in the order of the list. */
function newId(n: number): string {
  const time = (Date.UTC(2026, 0, 1) + n).toString(16).padStart(12, '0')
  const random = crypto.randomUUID()
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15, 18)}-${random.slice(19)}`
}

/** Ids are made once: an office that the file already names keeps its id. */
export function offices(list: Opd[], file: string): Office[] {
  const known: Office[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const ids = new Map(list.map((o, n) => [o.nama, known.find(k => k.name === o.nama)?.id ?? newId(n)]))
  return list.map(o => ({
    id: ids.get(o.nama)!,
    code: codeOf(o),
    name: o.nama,
    shortName: o.singkatan || o.nama,
    kind: KIND[o.jenis] ?? o.jenis,
    parent: o.induk === null ? null : ids.get(o.induk)!,
    areaCode: o.kode_wilayah || null,
    urusan: o.urusan.map(u => u.split(' ')[0]!),
    reports: (Object.keys(o.laporan) as Report[]).filter(r => o.laporan[r] === 'ya').map(r => r.toLowerCase()),
    from: '2021-01-01',
    confidence: o.confidence_nama === 'seen' ? weakest(`seen ${o.sumber}`) : o.confidence_nama,
    source: clean(o.sumber),
    note: clean(o.catatan),
  }))
}
