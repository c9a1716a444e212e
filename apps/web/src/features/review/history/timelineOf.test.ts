import { describe, expect, it } from 'vitest'
import { type Known, type ReportEvent, timelineOf } from './timelineOf.ts'

const operator = { actor: 'post:1', name: 'Operator', title: 'Operator' }
const verifier = { actor: 'post:2', name: 'Verifikator', title: 'Verifikator' }
const known: Known = {
  note: id =>
    id === 'n1' ? { anchor: '/a/b/c', text: 'Cocokkan.', answers: [{ text: 'Sudah.' }, { text: 'Lagi.' }] } : undefined,
  attachment: id => (id === 'f1' ? { title: 'Rekap' } : undefined),
  answer: at => (at === '/a/b/c' ? 'APBD berubah.' : undefined),
  place: anchor => `<${anchor}>`,
  instant: at => `[${at}]`,
}
let seq = 100
const event = (type: ReportEvent['type'], data: Record<string, unknown> = {}, by = operator): ReportEvent => {
  seq -= 1
  return { seq, type, at: '2026-10-01T00:00:00Z', by, data, hash: `hash ${seq}` }
}
const told = (...events: ReportEvent[]) =>
  timelineOf(events, known).map(({ did, quote }) => [did, quote].filter(Boolean))

describe('timelineOf', () => {
  it('describes a submission with its receipt, and whether it was late', () =>
    expect(told(event('submission.submitted', { revision: 2, receipt: 'R-1', late: true }))).toEqual([
      ['mengirim kiriman ke-2, terlambat; tanda terima R-1'],
    ]))
  it('mentions the device’s time of a queued submission', () =>
    expect(told(event('submission.submitted', { revision: 1, receipt: 'R', deviceAt: 't' }))).toEqual([
      ['mengirim kiriman ke-1; tanda terima R; menurut perangkatnya sejak [t]'],
    ]))
  it('describes a return with its notes, its date and its scope', () => {
    const data = { revision: 1, notes: ['n1', 'n2'], dueAt: 't', anchors: ['/a/b', '/c'] }
    expect(told(event('submission.returned', data), event('submission.returned', { ...data, anchors: null }))).toEqual([
      ['mengembalikan kiriman ke-1 dengan 2 catatan; jawaban ditunggu sampai [t]; yang dibuka: </a/b>, </c>'],
      ['mengembalikan kiriman ke-1 dengan 2 catatan; jawaban ditunggu sampai [t]'],
    ])
  })
  it('describes a moved deadline with its effect on the report, and why', () =>
    expect(
      told(
        event('submission.due-moved', { from: 'a', to: 'b', becomes: 'late', reason: 'Surat edaran.' }),
        event('submission.due-moved', { from: 'a', to: 'b', becomes: null, reason: null }),
      ),
    ).toEqual([
      ['memindahkan tenggat dari [a] ke [b]; laporan menjadi terlambat', 'Surat edaran.'],
      ['memindahkan tenggat dari [a] ke [b]'],
    ]))
  it('says of an older report from when on every change is recorded', () =>
    expect(told(event('history.bound', { bound: {} }))).toEqual([
      ['mencatat keadaan laporan, agar perubahan di luar riwayat sejak saat ini diketahui'],
    ]))
  it('does not call the first of two reviews an approval', () =>
    expect(
      told(
        event('submission.approved', { revision: 1, to: 'second-review' }),
        event('submission.approved', { revision: 1, to: 'approved' }),
      ),
    ).toEqual([['meloloskan kiriman ke-1 ke pemeriksaan kedua'], ['menyetujui kiriman ke-1']]))
  it('quotes notes and the very answer that was given', () =>
    expect(told(event('note.answered', { note: 'n1', answer: 2 }), event('note.added', { note: 'n1' }))).toEqual([
      ['menjawab catatan pada </a/b/c>', 'Lagi.'],
      ['menulis catatan pada </a/b/c>', 'Cocokkan.'],
    ]))
  it('describes as much as it can of a note or file that no longer exists', () =>
    expect(
      told(event('note.added', { note: 'gone', anchor: '/x' }), event('attachment.added', { attachment: 'gone' })),
    ).toEqual([['menulis catatan pada </x>'], ['melampirkan sebuah berkas']]))
  it('describes a Perubahan with its reason, once that is submitted', () =>
    expect(
      told(
        event('submission.created', { number: 2, reasonAt: '/a/b/c' }),
        event('submission.created', { number: 2, reasonAt: '/a/b/d' }),
      ),
    ).toEqual([['memulai perubahan ke-1', 'APBD berubah.'], ['memulai perubahan ke-1']]))
  it('describes a report taken from its reviewer with the reason', () =>
    expect(
      told(
        event('submission.released', { revision: 1, claimed: 'post:2', note: 'n1' }),
        event('submission.released', { revision: 1 }),
      ),
    ).toEqual([
      ['melepaskan kiriman ke-1 dari pemeriksanya, kembali ke antrean', 'Cocokkan.'],
      ['melepaskan kiriman ke-1 kembali ke antrean'],
    ]))
  it('describes a reopening with its reason', () =>
    expect(told(event('submission.reopened', { note: 'n1', dueAt: 't', anchors: null }))).toEqual([
      ['membuka kembali laporan; jawaban ditunggu sampai [t]', 'Cocokkan.'],
    ]))
  it('groups the ticks of one person, those of another apart, and hides no untick', () =>
    expect(
      told(
        event('submission.ticked', { anchor: '/a/1', ticked: true }, verifier),
        event('submission.ticked', { anchor: '/a/2', ticked: true }, verifier),
        event('submission.ticked', { anchor: '/a/3', ticked: false }, verifier),
        event('submission.ticked', { anchor: '/a/4', ticked: true }, operator),
        event('submission.ticked', { anchors: ['/a/5', '/a/6', '/a/7'], ticked: true }, verifier),
        event('submission.ticked', { anchor: '/a/8', ticked: true }, verifier),
        event('submission.ticked', { anchors: ['/a/9'], ticked: false }, verifier),
      ),
    ).toEqual([
      ['menandai 2 baris'],
      ['mencabut tanda </a/3>'],
      ['menandai </a/4>'],
      ['menandai 4 baris'],
      ['mencabut tanda </a/9>'],
    ]))
  it('shows the raw name of an unknown event', () =>
    expect(told(event('submission.something' as ReportEvent['type']))).toEqual([['submission.something']]))
})
