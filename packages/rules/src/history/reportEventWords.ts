import type { EventType } from '../eventTypes.ts'
import { archiveMark } from '../words/sourceWords.ts'
import { type EventData, type KnownOfReport, numberOfData, type Tell, textOfData } from './Tell.ts'

const nth = (data: EventData): string => `kiriman ke-${numberOfData(data.revision)}`
const until = (data: EventData, known: KnownOfReport): string =>
  textOfData(data.dueAt) && `; jawaban ditunggu sampai ${known.instant(textOfData(data.dueAt))}`
const placesOf = ({ anchors }: EventData, known: KnownOfReport): string =>
  Array.isArray(anchors) ? anchors.map(anchor => known.place(textOfData(anchor))).join(', ') : ''
const opened = (data: EventData, known: KnownOfReport): string => {
  const places = placesOf(data, known)
  return places && `; yang dibuka: ${places}`
}
const noteOf = (data: EventData, known: KnownOfReport) => known.note(textOfData(data.note))
/** Where a note is; nothing of one that is not at hand. */
const about = (data: EventData, known: KnownOfReport): string => {
  const anchor = noteOf(data, known)?.anchor ?? data.anchor
  if (typeof anchor !== 'string') return ''
  return anchor === '' ? ' tentang laporan seluruhnya' : ` pada ${known.place(anchor)}`
}
const file = (data: EventData, known: KnownOfReport): string =>
  known.attachment(textOfData(data.attachment))?.title ?? 'sebuah berkas'
const at = (data: EventData, known: KnownOfReport): string =>
  textOfData(data.anchor) ? ` pada ${known.place(textOfData(data.anchor))}` : ''

/** One row, or as many as were accepted at once. */
export const ticksIn = ({ anchors }: EventData): number => (Array.isArray(anchors) ? anchors.length : 1)

/** What an event of a report says, after the name of who did it. */
export const reportEventWords = {
  'history.bound': () => ['mencatat keadaan laporan, agar perubahan di luar riwayat sejak saat ini diketahui'],
  'submission.created': (data, known) => {
    const carried = numberOfData(data.carried)
    if (numberOfData(data.number) > 1)
      // The oldest events still contain the texts themselves.
      return [
        `memulai perubahan ke-${numberOfData(data.number) - 1}`,
        textOfData(data.reason) || known.answer(textOfData(data.reasonAt)),
      ]
    return [`memulai laporan${carried > 0 ? `, ${carried} isian dibawa dari periode lalu` : ''}`]
  },
  'submission.version-moved': data => [`memindahkan draf ke katalog versi ${numberOfData(data.to)}`],
  'submission.submitted': (data, known) => [
    `mengirim ${nth(data)}${data.late === true ? ', terlambat' : ''}; tanda terima ${textOfData(data.receipt)}${
      textOfData(data.deviceAt) && `; menurut perangkatnya sejak ${known.instant(textOfData(data.deviceAt))}`
    }`,
  ],
  'submission.archived': data => [
    `membawa masuk ${numberOfData(data.cells)} nilai ${archiveMark}; nomor ${textOfData(data.receipt)}`,
  ],
  'submission.recomputed': data => [
    data.outcome === 'computed'
      ? `menghitung ulang angka ${nth(data)} menurut aturan penghitungan ${textOfData(data.ruleSet)}; angka semula tetap tersimpan`
      : `tidak dapat menghitung ulang angka ${nth(data)} menurut aturan penghitungan ${textOfData(data.ruleSet)}: hasilnya dengan aturan semula tidak lagi sama`,
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
      rows > 1 ? `${rows} baris` : known.place(textOfData(Array.isArray(data.anchors) ? data.anchors[0] : data.anchor))
    return [`${data.ticked === false ? 'mencabut tanda' : 'menandai'} ${what}`]
  },
  'submission.returned': (data, known) => {
    const notes = Array.isArray(data.notes) ? data.notes.length : 0
    return [`mengembalikan ${nth(data)} dengan ${notes} catatan${until(data, known)}${opened(data, known)}`]
  },
  'submission.approved': data => [
    data.evaluated !== undefined
      ? `menetapkan hasil penilaian sebagai ${nth(data)}; nomor ${textOfData(data.receipt)}`
      : data.to === 'second-review'
        ? `meloloskan ${nth(data)} ke pemeriksaan kedua`
        : `menyetujui ${nth(data)}`,
  ],
  'submission.reopened': (data, known) => [
    `membuka kembali laporan${until(data, known)}${opened(data, known)}`,
    noteOf(data, known)?.text,
  ],
  'submission.extended': (data, known) => [
    `memperpanjang tenggat ${data.moved === 'answer' ? 'perbaikan ' : ''}sampai ${known.instant(textOfData(data.to))}`,
    textOfData(data.reason),
  ],
  'submission.due-moved': (data, known) => [
    `memindahkan tenggat dari ${known.instant(textOfData(data.from))} ke ${known.instant(textOfData(data.to))}${
      data.becomes === 'late' ? '; laporan menjadi terlambat' : data.becomes ? '; laporan tidak lagi terlambat' : ''
    }`,
    textOfData(data.reason) || undefined,
  ],
  'submission.office-changed': () => ['memindahkan laporan ke perangkat daerah penerusnya'],
  'obligation.reminded': () => ['mengingatkan perangkat daerah akan laporan ini'],
  'note.added': (data, known) => [`menulis catatan${about(data, known)}`, noteOf(data, known)?.text],
  'figure.asked': () => ['meminta penjelasan atas satu angka'],
  'figure.answered': () => ['menjawab permintaan penjelasan atas satu angka'],
  'figure.closed': () => ['menutup permintaan penjelasan atas satu angka'],
  'note.answered': (data, known) => [
    `menjawab catatan${about(data, known)}`,
    noteOf(data, known)?.answers[numberOfData(data.answer) - 1]?.text,
  ],
  'note.resolved': (data, known) => [`menyatakan selesai catatan${about(data, known)}`],
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
} satisfies Partial<Record<EventType, Tell<KnownOfReport>>>
