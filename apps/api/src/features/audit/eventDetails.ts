import { api, problems } from '@sepakat/contract'
import {
  editionTypeLabels,
  eventGroupLabels,
  formTitle,
  isPeriodKey,
  periodTitle,
  roleLabels,
  scopeWord,
  statusLabels,
} from '@sepakat/rules'
import { longInstant, spelledDay } from '@sepakat/rules/periods/dates.ts'
import type { FormId } from '@sepakat/rules/reportTypes.ts'
import { type MessageType, messageTypes } from '@sepakat/rules/webhooks/messageTypes.ts'

/** How to say what an event names: what an id is called, and the zone of instants. */
export interface Saying {
  name: (id: unknown) => string | undefined
  /** Of `post:<uuid>` and `key:<uuid>`. */
  actor: (actor: string) => string | undefined
  zone: string
}

/**
 * What of an event's data is shown, by the label of each. A key that is not here stays inside, so that nothing a later event
 * keeps can appear unconsidered: secrets are in no event, digests and ids say nothing to a reader.
 */
const labels: Record<string, string> = {
  receipt: 'Tanda terima',
  revision: 'Kiriman ke-',
  number: 'Nomor laporan',
  late: 'Terlambat',
  from: 'Dari',
  to: 'Menjadi',
  dueAt: 'Batas waktu',
  form: 'Formulir',
  period: 'Periode',
  year: 'Tahun',
  version: 'Versi',
  formVersion: 'Versi katalog',
  ruleSet: 'Aturan penghitungan',
  basedOn: 'Berdasarkan',
  row: 'Baris',
  rows: 'Baris',
  fields: 'Yang diubah',
  changed: 'Yang diubah',
  fromYear: 'Mulai tahun',
  toYear: 'Sampai tahun',
  date: 'Tanggal',
  name: 'Nama',
  role: 'Peran',
  title: 'Nama jabatan',
  reportTypes: 'Jenis laporan',
  region: 'Seluruh daerah',
  offices: 'Perangkat daerah',
  successors: 'Penerus',
  scopes: 'Wewenang',
  expires: 'Berlaku sampai',
  acting: 'Sebagai',
  owner: 'Penanggung jawab',
  disabled: 'Dinonaktifkan',
  sessions: 'Sesi yang berakhir',
  route: 'Yang diminta',
  code: 'Sebab ditolak',
  prefix: 'Awalan kunci',
  format: 'Bentuk berkas',
  as: 'Bentuk berkas',
  filter: 'Disaring menurut',
  with: 'Ditandatangani dengan',
  addressee: 'Penerima',
  section: 'Bagian',
  carried: 'Isian dari periode lalu',
  cells: 'Nilai',
  codes: 'Kode',
  sha256: 'SHA-256',
  value: 'Isi baru',
  change: 'Perubahan',
  place: 'Tempat',
  address: 'Alamat',
  types: 'Jenis pesan',
  key: 'Kunci API',
  messages: 'Pesan',
  media: 'Jenis berkas',
  bytes: 'Ukuran (bita)',
}

/** Of what is within a value: a setting, a filter. */
const innerLabels: Record<string, string> = {
  ...labels,
  group: 'Jenis',
  type: 'Peristiwa',
  actor: 'Oleh',
  person: 'Tentang',
  office: 'Perangkat daerah',
  second: 'Orang kedua',
  signing: 'Tanda tangan kepala',
  secondReview: 'Pemeriksaan kedua',
  zone: 'Zona waktu',
  report: 'Laporan',
  personDay: 'Seorang dalam sehari',
  reviewed: 'Direviu',
  paper: 'Naskah',
  own: 'Buatan daerah',
}

const enums: Record<string, string> = { ...statusLabels, ...roleLabels, ...editionTypeLabels, ...eventGroupLabels }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const day = /^\d{4}-\d\d-\d\d$/
const most = 400

const textWords = (text: string, { name, actor, zone }: Saying): string | undefined => {
  if (uuid.test(text)) return name(text)
  if (/^(post|key):/.test(text)) return actor(text)
  if (instant.test(text)) return longInstant(text, zone)
  if (day.test(text)) return spelledDay(text)
  if (isPeriodKey(text) && text.length > 4) return periodTitle(text)
  return enums[text] ?? text
}

/** A value in words; undefined for what says nothing to a reader. */
const valueWords = (value: unknown, saying: Saying): string | undefined => {
  if (typeof value === 'boolean') return value ? 'Ya' : 'Tidak'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return textWords(value, saying)
  if (Array.isArray(value)) {
    const words = value.map(one => valueWords(one, saying)).filter(Boolean)
    return words.length > 0 ? words.join(', ') : value.length > 0 ? String(value.length) : undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  // the database keeps the shorter name before the longer
  return Object.entries(value)
    .sort(([a], [b]) => Number(b === 'from') - Number(a === 'from'))
    .flatMap(([key, inner]) => {
      const words = valueWords(inner, saying)
      return words === undefined ? [] : `${innerLabels[key] ?? key}: ${words}`
    })
    .join('; ')
}

const special: Record<string, (value: unknown, saying: Saying) => string | undefined> = {
  // of settings too, where it is a word of the program
  key: (value, saying) => (typeof value === 'string' && !uuid.test(value) ? undefined : valueWords(value, saying)),
  types: value =>
    Array.isArray(value)
      ? value.map(one => messageTypes[one as MessageType]?.label ?? String(one)).join(', ')
      : undefined,
  form: value => (typeof value === 'string' ? formTitle(value as FormId) : undefined),
  scopes: value => (Array.isArray(value) ? value.map(one => scopeWord(String(one))).join(', ') : undefined),
  reportTypes: value => (Array.isArray(value) ? value.map(one => String(one).toUpperCase()).join(', ') : undefined),
  code: value => (problems as Record<string, { title: string }>)[String(value)]?.title,
  route: value => (api as Record<string, { summary: string }>)[String(value).replace('/api/v1', '')]?.summary,
  format: value => String(value).toUpperCase(),
}

/** What else an event keeps, each with its label, in words. */
export const eventDetails = (
  data: Readonly<Record<string, unknown>>,
  saying: Saying,
): { label: string; value: string }[] =>
  Object.entries(labels).flatMap(([key, label]) => {
    const value = special[key] && key in data ? special[key](data[key], saying) : valueWords(data[key], saying)
    // of a word of its own kind the sentence tells
    if (!value || (key === 'change' && typeof data.change === 'string')) return []
    const isUntil = key === 'to' && day.test(String(data.to))
    return [{ label: isUntil ? 'Sampai' : label, value: value.length > most ? `${value.slice(0, most)}…` : value }]
  })
