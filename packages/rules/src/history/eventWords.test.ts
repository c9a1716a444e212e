import { describe, expect, it } from 'vitest'
import { eventTypes } from '../eventTypes.ts'
import { eventWords } from './eventWords.ts'
import type { KnownOfEvents } from './Tell.ts'

const nothing: KnownOfEvents = {
  note: () => undefined,
  attachment: () => undefined,
  answer: () => undefined,
  place: () => 'sebuah isian',
  instant: at => at,
  name: () => undefined,
}
const known: KnownOfEvents = { ...nothing, name: id => ({ p: 'Ani', o: 'Dinas Sosial', k: 'e-Planning' })[String(id)] }

describe('eventWords', () => {
  it.each(eventTypes)('says something of %s, also where nothing of it is known', type => {
    const [did, quote] = eventWords[type]({}, nothing)
    expect(did).toMatch(/^\S/)
    expect(did).not.toMatch(/undefined|null|NaN|\[object/)
    expect(quote || '').toBe('')
  })
  it('does not say where a note is that is not at hand', () => {
    expect(eventWords['note.answered']({ note: 'n', answer: 1 }, nothing)).toEqual(['menjawab catatan', undefined])
    expect(eventWords['note.added']({ note: 'n', anchor: '' }, nothing)[0]).toBe(
      'menulis catatan tentang laporan seluruhnya',
    )
  })
  it('names whom a right is of, and of which refusals more came', () => {
    expect(eventWords['post.granted']({ person: 'p', role: 'verifier' }, known)[0]).toBe(
      'memberi Ani jabatan Verifikator',
    )
    expect(eventWords['key.revoked']({ person: 'p', key: 'k' }, known)[0]).toBe('mencabut kunci API e-Planning')
    expect(eventWords['second.asked']({ person: 'p', act: 'posts' }, known)[0]).toBe(
      'meminta pemberian jabatan bagi Ani, yang menunggu orang kedua',
    )
    expect(eventWords['session.refused']({ person: null, by: 'password', why: 'wrong', more: true }, known)[0]).toBe(
      'menolak upaya masuk dengan nama yang tidak dikenal: sandi tidak cocok; yang sesudahnya dalam jam itu tidak dicatat',
    )
  })
  it('tells an export of data from one of the trail', () => {
    expect(eventWords['export.made']({ office: 'o', format: 'csv', year: 2026 }, known)[0]).toBe(
      'mengunduh data Dinas Sosial tahun 2026 (CSV)',
    )
    expect(eventWords['export.made']({ what: 'events', filters: 0 }, known)[0]).toBe('mengunduh jejak audit')
  })
})
