// The events of a report as sentences. Nothing here changes history: the chain of hashes covers the events.
import { archiveMark } from '@sepakat/rules/words/sourceWords.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'

export type ReportEvent = ResponseOf<'GET /submissions/:id/events'>['items'][number]

/** Texts needed for the sentences: they are stored apart from history, where retention may erase them. */
export interface Known {
  /** A note by its id: its subject, text and answers. */
  note: (id: string) => { anchor: string; text: string; answers: readonly { text: string }[] } | undefined
  attachment: (id: string) => { title: string } | undefined
  /** The value at a pointer in the newest submission. */
  answer: (at: string) => string | undefined
  /** The label of an anchor. */
  place: (anchor: string) => string
  instant: (at: string) => string
}

export interface Entry {
  /** The number of the newest event in it. */
  seq: number
  type: string
  at: string
  by: ReportEvent['by']
  hash: string
  /** What was done, to be read after the name: `mengirim kiriman ke-2`. */
  did: string
  /** Text of a person: a reason, a note, an answer. */
  quote?: string
}

type Data = Record<string, unknown>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

type Told = [did: string, quote?: string | undefined]
type Tell = (data: Data, known: Known) => Told

const nth = (data: Data): string => `kiriman ke-${number(data.revision)}`
const until = (data: Data, known: Known): string =>
  text(data.dueAt) && `; jawaban ditunggu sampai ${known.instant(text(data.dueAt))}`
const placesOf = ({ anchors }: Data, known: Known): string =>
  Array.isArray(anchors) ? anchors.map(anchor => known.place(text(anchor))).join(', ') : ''
const opened = (data: Data, known: Known): string => {
  const places = placesOf(data, known)
  return places && `; yang dibuka: ${places}`
}
const noteOf = (data: Data, known: Known) => known.note(text(data.note))
const about = (data: Data, known: Known): string => {
  const anchor = noteOf(data, known)?.anchor ?? text(data.anchor)
  return anchor === '' ? 'tentang laporan seluruhnya' : `pada ${known.place(anchor)}`
}
const file = (data: Data, known: Known): string => known.attachment(text(data.attachment))?.title ?? 'sebuah berkas'
const at = (data: Data, known: Known): string => (text(data.anchor) ? ` pada ${known.place(text(data.anchor))}` : '')

/** One row, or as many as were accepted at once. */
const ticksIn = ({ anchors }: Data): number => (Array.isArray(anchors) ? anchors.length : 1)

const tell: Record<string, Tell> = {
  'history.bound': () => ['mencatat keadaan laporan, agar perubahan di luar riwayat sejak saat ini diketahui'],
  'submission.created': (data, known) => {
    const carried = number(data.carried)
    if (number(data.number) > 1)
      // The oldest events still contain the texts themselves.
      return [`memulai perubahan ke-${number(data.number) - 1}`, text(data.reason) || known.answer(text(data.reasonAt))]
    return [`memulai laporan${carried > 0 ? `, ${carried} isian dibawa dari periode lalu` : ''}`]
  },
  'submission.version-moved': data => [`memindahkan draf ke katalog versi ${number(data.to)}`],
  'submission.submitted': (data, known) => [
    `mengirim ${nth(data)}${data.late === true ? ', terlambat' : ''}; tanda terima ${text(data.receipt)}${
      text(data.deviceAt) && `; menurut perangkatnya sejak ${known.instant(text(data.deviceAt))}`
    }`,
  ],
  'submission.archived': data => [
    `membawa masuk ${number(data.cells)} nilai ${archiveMark}; nomor ${text(data.receipt)}`,
  ],
  'submission.recomputed': data => [
    data.outcome === 'computed'
      ? `menghitung ulang angka ${nth(data)} menurut aturan penghitungan ${text(data.ruleSet)}; angka semula tetap tersimpan`
      : `tidak dapat menghitung ulang angka ${nth(data)} menurut aturan penghitungan ${text(data.ruleSet)}: hasilnya dengan aturan semula tidak lagi sama`,
  ],
  'submission.signed': data => [`menandatangani ${nth(data)}`],
  'submission.declined': (data, known) => [`menolak menandatangani ${nth(data)}`, noteOf(data, known)?.text],
  'submission.withdrawn': data => [`menarik kembali ${nth(data)}`],
  'submission.claimed': data => [`mengambil ${nth(data)} untuk diperiksa`],
  'submission.released': (data, known) => [
    `melepaskan ${nth(data)}${data.claimed ? ' dari pemeriksanya,' : ''} kembali ke antrean`,
    noteOf(data, known)?.text,
  ],
  'submission.ticked': (data, known) => {
    const rows = ticksIn(data)
    const what =
      rows > 1 ? `${rows} baris` : known.place(text(Array.isArray(data.anchors) ? data.anchors[0] : data.anchor))
    return [`${data.ticked === false ? 'mencabut tanda' : 'menandai'} ${what}`]
  },
  'submission.returned': (data, known) => {
    const notes = Array.isArray(data.notes) ? data.notes.length : 0
    return [`mengembalikan ${nth(data)} dengan ${notes} catatan${until(data, known)}${opened(data, known)}`]
  },
  'submission.approved': data => [
    data.evaluated !== undefined
      ? `menetapkan hasil penilaian sebagai ${nth(data)}; nomor ${text(data.receipt)}`
      : data.to === 'second-review'
        ? `meloloskan ${nth(data)} ke pemeriksaan kedua`
        : `menyetujui ${nth(data)}`,
  ],
  'submission.reopened': (data, known) => [
    `membuka kembali laporan${until(data, known)}${opened(data, known)}`,
    noteOf(data, known)?.text,
  ],
  'submission.extended': (data, known) => [
    `memperpanjang tenggat sampai ${known.instant(text(data.to))}`,
    text(data.reason),
  ],
  'obligation.reminded': () => ['mengingatkan perangkat daerah akan laporan ini'],
  'submission.due-moved': (data, known) => [
    `memindahkan tenggat dari ${known.instant(text(data.from))} ke ${known.instant(text(data.to))}${
      data.becomes === 'late' ? '; laporan menjadi terlambat' : data.becomes ? '; laporan tidak lagi terlambat' : ''
    }`,
    text(data.reason) || undefined,
  ],
  'submission.office-changed': () => ['memindahkan laporan ke perangkat daerah penerusnya'],
  'note.added': (data, known) => [`menulis catatan ${about(data, known)}`, noteOf(data, known)?.text],
  'note.answered': (data, known) => [
    `menjawab catatan ${about(data, known)}`,
    noteOf(data, known)?.answers[number(data.answer) - 1]?.text,
  ],
  'note.resolved': (data, known) => [`menyatakan selesai catatan ${about(data, known)}`],
  'attachment.added': (data, known) => [`melampirkan ${file(data, known)}${at(data, known)}`],
  'paper.signed': data => [
    `menandatangani naskah ${nth(data)} secara elektronik ${data.with === 'bsre' ? 'lewat BSrE' : 'dengan sertifikat daerah'}`,
  ],
  'attachment.replaced': (data, known) => [`mengganti berkas dengan ${file(data, known)}${at(data, known)}`],
  'attachment.described': (data, known) => [`mengubah keterangan ${file(data, known)}${at(data, known)}`],
  'attachment.removed': (data, known) => [`melepaskan ${file(data, known)}${at(data, known)}`],
  'reopening.requested': ({ pointers }) => {
    const many = Array.isArray(pointers) ? pointers.length : 0
    return [`meminta laporan dibuka kembali${many > 0 ? `, dengan ${many} isian` : ''}`]
  },
  'reopening.declined': () => ['menolak permintaan membuka kembali'],
  'reopening.withdrawn': () => ['menarik permintaan membuka kembali'],
  'contribution.given': (data, known) => [
    data.returned === true
      ? 'meminta perbaikan bagian yang diserahkan'
      : `menyerahkan ${placesOf(data, known)} kepada yang lain`,
  ],
  'contribution.done': () => ['menyatakan bagian yang diserahkan kepadanya selesai'],
  'contribution.moved': () => ['memindahkan bagian yang diserahkan ke perangkat daerah penerusnya'],
  'contribution.taken-back': () => ['menarik kembali bagian yang diserahkan'],
}

/** Events, newest first, as entries. Consecutive ticks of one person are one entry. */
export function timelineOf(events: readonly ReportEvent[], known: Known): Entry[] {
  const entries: Entry[] = []
  let ticks = 0
  for (const { seq, type, at: when, by, hash, data } of events) {
    const last = entries.at(-1)
    const isTick = type === 'submission.ticked' && data.ticked === true
    if (isTick && ticks > 0 && last?.by.actor === by.actor) {
      ticks += ticksIn(data)
      last.did = `menandai ${ticks} baris`
      continue
    }
    ticks = isTick ? ticksIn(data) : 0
    const [did, quote] = tell[type]?.(data, known) ?? [type]
    entries.push({ seq, type, at: when, by, hash, did, ...(quote && { quote }) })
  }
  return entries
}
