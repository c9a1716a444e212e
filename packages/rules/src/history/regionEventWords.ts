import type { EventType } from '../eventTypes.ts'
import { formTitle } from '../names/formTitle.ts'
import { isPeriodKey, periodTitle } from '../periods/period.ts'
import type { FormId } from '../reportTypes.ts'
import { type EventData, type KnownNames, numberOfData, type Tell, textOfData } from './Tell.ts'

const formOf = ({ form }: EventData): string => formTitle(textOfData(form) as FormId)
const periodOf = ({ period }: EventData): string =>
  isPeriodKey(textOfData(period)) ? periodTitle(textOfData(period)) : textOfData(period)
const officeOf = ({ office }: EventData, { name }: KnownNames): string => name(office) ?? 'perangkat daerah'
const editionOf = ({ edition }: EventData, { name }: KnownNames): string => name(edition) ?? 'laporan kabupaten'
const quoted = ({ reason }: EventData): string | undefined => textOfData(reason) || undefined

const officeChanges: Record<string, string> = {
  added: 'menambah',
  ended: 'mengakhiri',
  span: 'mengubah nama, induk, atau urusan',
  letterhead: 'mengubah kop surat',
  'reorganisation-planned': 'merencanakan penggabungan atau pemecahan',
  'reorganisation-withdrawn': 'membatalkan rencana penggabungan atau pemecahan',
  reorganised: 'menggabungkan atau memecah',
}
const settings: Record<string, string> = {
  region: 'nama dan zona waktu daerah',
  contact: 'narahubung',
  moves: 'langkah pemeriksaan',
  plan: 'masa rencana daerah',
  duties: 'aturan persetujuan kedua',
  uploads: 'batas unggahan',
  editions: 'laporan kabupaten',
  reminders: 'pengingat',
  emblem: 'lambang pada kop',
  'paper-template': 'bunyi naskah resmi',
  'edition-outline': 'susunan laporan kabupaten',
}
const removedOr = ({ removed }: EventData, otherwise: string): string => (removed === true ? 'menghapus' : otherwise)

/** What an event of the plan, of catalogues, settings or the region's own reports says, after the name of who did it. */
export const regionEventWords = {
  'catalogue.published': data => [
    `menerbitkan katalog ${formOf(data)} versi ${numberOfData(data.version)}`,
    quoted(data),
  ],
  'catalogue.proposed': data => [`mengusulkan katalog ${formOf(data)} bawaan rilis`],
  'catalogue.declined': data => [`menolak usulan katalog ${formOf(data)}`, quoted(data)],
  'ruleset.proposed': data => [`mengusulkan aturan penghitungan ${textOfData(data.ruleSet)}`],
  'ruleset.approved': data => [`mengesahkan aturan penghitungan ${textOfData(data.ruleSet)}`],
  'ruleset.withdrawn': data => [`menarik usulan aturan penghitungan ${textOfData(data.ruleSet)}`],
  'nomenclature.changed': data => [`${removedOr(data, 'memasukkan')} nomenklatur tahun ${numberOfData(data.year)}`],
  'assignment.changed': data => [
    `${data.toYear != null && data.fromYear === undefined ? 'mengakhiri' : 'mengatur'} penugasan pengampu ${formOf(data)}`,
    quoted(data),
  ],
  'wave.changed': data => [`${removedOr(data, 'mengatur')} gelombang ${textOfData(data.name)}`.trim()],
  'period.changed': data => [
    data.removed === true
      ? `menghapus ${periodOf({ period: data.key })} dari periode ${formOf(data)}`
      : `mengatur periode dan tenggat${Array.isArray(data.periods) ? ` (${data.periods.length})` : ''}`,
    quoted(data),
  ],
  'obligations.generated': data => [`membuat kewajiban lapor tahun ${numberOfData(data.year)}`],
  'obligation.removed': (data, known) => [
    `menghapus kewajiban lapor ${formOf(data)}, ${periodOf(data)}, ${officeOf(data, known)}`,
  ],
  'office.changed': (data, known) => [
    `${officeChanges[textOfData(data.change)] ?? 'mengubah'} ${officeOf(data, known)}`,
  ],
  'setting.changed': data => [`mengubah pengaturan ${settings[textOfData(data.key)] ?? textOfData(data.key)}`],
  'announcement.changed': data => [`${removedOr(data, 'memasang')} pengumuman`],
  'edition.opened': (data, known) => [`membuka ${editionOf(data, known)} versi ${numberOfData(data.version)}`],
  'edition.written': (data, known) => [`menulis narasi ${editionOf(data, known)}`],
  'edition.outlined': (data, known) => [`menata susunan ${editionOf(data, known)}`],
  'edition.sent': (data, known) => [`mengirim ${editionOf(data, known)} ke langkah berikutnya`],
  'edition.reviewed': (data, known) => [`menyatakan hasil reviu ${editionOf(data, known)}`],
  'edition.returned': (data, known) => [`mengembalikan ${editionOf(data, known)}`],
  'edition.approved': (data, known) => [`mengesahkan ${editionOf(data, known)} versi ${numberOfData(data.version)}`],
  'edition.ordered': (data, known) => [`meminta berkas ${textOfData(data.as).toUpperCase()} ${editionOf(data, known)}`],
  'edition.order-cancelled': (data, known) => [`membatalkan permintaan berkas ${editionOf(data, known)}`],
  'edition.signed': (data, known) => [`menandatangani secara elektronik ${editionOf(data, known)}`],
  'edition.delivered': (data, known) => [`mencatat pengiriman ${editionOf(data, known)}`],
  'edition.receipt-attached': (data, known) => [`melampirkan tanda terima ${editionOf(data, known)}`],
  'edition.carried': (data, known) => [`mencatat keterangan ${editionOf(data, known)}`],
} satisfies Partial<Record<EventType, Tell>>
