import { defaultRuleSet } from '@sepakat/rules/rule-sets/defaultRuleSet.ts'
import { describe, expect, it } from 'vitest'
import { inventedCatalogue, inventedKind, inventedScope } from '#sheet/answers/fixtures/invented.ts'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { marked } from '#sheet/fields/marked.ts'
import { noteFieldOf } from '#sheet/stuck/noteFieldOf.ts'
import { saveWords } from '../frame/SaveState.tsx'
import { unsentCsv } from '../unsent/exportUnsent.ts'
import { findingOrder, nextFinding } from './findingOrder.ts'
import { rowPaths } from './rowPaths.ts'
import { versionChanges } from './versionChanges.ts'

const state = { waiting: 0, stuck: 0, sending: false, failure: null, onPage: 0, unread: false }

const none: Parameters<typeof saveWords>[1] = { waiting: 0, saying: 0, stuck: [] }

describe('the save state in words', () => {
  it.each([
    [state, 'Semua tersimpan'],
    [{ ...state, waiting: 2, sending: true }, 'Menyimpan…'],
    [{ ...state, waiting: 3, failure: new Error() }, 'Tersimpan di perangkat ini · 3 isian menunggu jaringan'],
    [
      { ...state, waiting: 3, failure: new Error(), onPage: 2 },
      '2 isian hanya ada di halaman ini, jangan tutup sebelum tersimpan',
    ],
    [{ ...state, waiting: 3, stuck: 1 }, '1 isian perlu Anda putuskan'],
  ])('%#', (given, text) => {
    expect(saveWords(given, none, false, true).text).toBe(text)
  })
  it('is not "all saved" while a file is being uploaded or did not go through', () => {
    expect(saveWords(state, { ...none, waiting: 2 }, true, true)).toEqual({
      text: '2 berkas sedang dikirim',
      tone: 'info',
    })
    expect(saveWords(state, { ...none, waiting: 1 }, false, true).text).toBe('1 berkas menunggu jaringan')
    expect(saveWords(state, { ...none, waiting: 1, stuck: [{}] }, true, true).text).toBe('1 berkas tidak terkirim')
  })
  it('calls an attached file sent whose description is not saved', () => {
    const said = { unsaid: { page: '2' } }
    const words = (files: Partial<typeof none>, online = true) =>
      saveWords(state, { ...none, ...files }, online, true).text
    expect(words({ waiting: 1, saying: 1 })).toBe('Keterangan 1 berkas sedang disimpan')
    expect(words({ waiting: 3, saying: 1 }, false)).toBe('2 berkas dan keterangan 1 berkas menunggu jaringan')
    expect(words({ stuck: [said] })).toBe('Keterangan 1 berkas belum tersimpan')
    expect(words({ stuck: [said, {}] })).toBe('1 berkas tidak terkirim, keterangan 1 berkas belum tersimpan')
  })
  it('does not mention the network while online', () => {
    const failed = { ...state, waiting: 3, failure: new Error() }
    expect(saveWords(failed, none, true, true).text).toBe(
      'Tersimpan di perangkat ini · 3 isian belum terkirim, dicoba lagi',
    )
    expect(saveWords(failed, none, true, false).text).toBe(
      '3 isian belum terkirim, dicoba lagi: jangan tutup halaman ini',
    )
  })
})

describe('findings', () => {
  const { store } = openInvented()
  store.set('/counts/kematian/reached', { asTyped: 'x' })
  store.set('/counts/kunjungan/reached', '5000')
  store.evaluateNow()
  const paths = rowPaths(store.sections())
  const { findings } = store.evaluated()

  it('are listed by urgency, each level in the order of the form', () => {
    const order = findingOrder(findings, paths).map(({ level, at }) => `${level} ${at}`)
    expect(order).toEqual([
      'wrong /counts/kematian/reached',
      'explain /counts/kunjungan/reached',
      'empty /parts/kematian.desa/required',
      'empty /parts/kematian.desa/met',
      'empty /parts/kematian.kota/required',
      'empty /parts/kematian.kota/met',
    ])
  })

  it('are stepped through in the order of the form, both ways and around', () => {
    const at = (here: string | null, step: 1 | -1) => nextFinding(findings, paths, here, step)?.at
    expect(at(null, 1)).toBe('/counts/kematian/reached')
    expect(at('/counts/kematian/reached', 1)).toBe('/parts/kematian.desa/required')
    expect(at('/parts/kematian.kota/met', 1)).toBe('/counts/kunjungan/reached')
    expect(at('/counts/kunjungan/reached', 1)).toBe('/counts/kematian/reached')
    expect(at('/counts/kematian/reached', -1)).toBe('/counts/kunjungan/reached')
    expect(nextFinding([], paths, null, 1)).toBeUndefined()
  })
})

describe('what another version of the catalogue changes', () => {
  it('is told row by row, with what becomes of answers', () => {
    const rows = inventedCatalogue.rows
      .filter(row => row.id !== 'kematian.kota')
      .map(row => (row.id === 'kunjungan' ? { ...row, label: 'Kunjungan rumah', unit: 'rumah' } : row))
    const lines = versionChanges({
      kind: inventedKind,
      rules: defaultRuleSet,
      scope: inventedScope(),
      from: inventedCatalogue,
      to: { ...inventedCatalogue, rows: [...rows, { ...rows[0]!, id: 'gizi', label: 'Gizi buruk' }] },
      answers: { parts: { 'kematian.kota': { met: '5' } } },
    })
    expect(lines).toEqual([
      'Baris “Kota” tidak ada lagi; isiannya disimpan tetapi tidak dihitung.',
      '“Kunjungan”: nama “Kunjungan” menjadi “Kunjungan rumah”.',
      '“Kunjungan”: satuan “orang” menjadi “rumah”.',
      'Baris baru “Gizi buruk”.',
    ])
  })
})

describe('text helpers', () => {
  it('a remark goes into the optional text of its row, or nowhere', () => {
    const fields = { target: '', reached: '', level: '', remark: '' }
    expect(noteFieldOf(inventedKind, fields, 'counts', 'reached')).toBe('remark')
    expect(noteFieldOf(inventedKind, fields, 'counts', 'remark')).toBeNull()
    expect(noteFieldOf(inventedKind, { required: '', met: '' }, 'parts', 'met')).toBeNull()
  })

  it('an exported value never runs as a formula', () => {
    expect(
      unsentCsv([{ report: 'R', where: 'A; "B"', value: '=1+1', at: '2026-07-10', theirs: '', by: '', why: '' }]),
    ).toBe(
      '"Laporan";"Isian";"Punya Anda";"Diketik";"Yang tersimpan";"Oleh";"Sebab"\r\n"R";"A; ""B""";"\'=1+1";"2026-07-10";"";"";""\r\n',
    )
  })

  it('marks are toggled', () => {
    expect(marked('satu dua', 5, 8, 'bold')).toEqual({ text: 'satu **dua**', start: 7, end: 10 })
    expect(marked('satu **dua**', 7, 10, 'bold')).toEqual({ text: 'satu dua', start: 5, end: 8 })
    expect(marked('a\nb', 0, 3, 'list').text).toBe('- a\n- b')
    expect(marked('- a\n- b', 0, 7, 'list').text).toBe('a\nb')
  })
})
