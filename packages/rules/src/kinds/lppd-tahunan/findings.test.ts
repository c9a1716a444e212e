import { describe, expect, it } from 'vitest'
import { before, below, childrenOf, evaluate, form, idOf, told } from '#test/lppdForms.ts'
import type { Answers, Attached } from '../../types/Answers.ts'
import type { Finding } from '../../types/Finding.ts'
import type { Scope } from '../../types/Scope.ts'
import { kind } from './kind.ts'

const found = (answers: Answers, more: Partial<Scope> = {}, attached: Attached = {}): Finding[] =>
  evaluate(answers, more, attached).findings.filter(
    ({ code }) => Object.hasOwn(kind.findings, code) && code !== 'measurement-missing',
  )
const codes = (...given: Parameters<typeof found>) => found(...given).map(({ code, blocks }) => [code, blocks])
const roads = (numerator: string, denominator: string) => told('1.c.7', { numerator, denominator })

describe('a value far from last year', () => {
  it('asks for a remark, beyond half either way', () => {
    const [finding] = found(roads('300', '800'), before(roads('150', '800')))
    expect(finding).toMatchObject({
      code: 'far-from-last-year',
      at: `/indicators/${idOf('1.c.7')}/numerator`,
      message: 'Jauh dari tahun lalu: 18,75 menjadi 37,50 (100,00 %). Periksa angkanya, atau jelaskan.',
      blocks: true,
    })
    expect(codes(roads('300', '800'), before(roads('200', '800')))).toEqual([])
    expect(codes(roads('90', '800'), before(roads('200', '800')))).toEqual([['far-from-last-year', true]])
  })

  it('is reported for growth too, for a checklist at its explanation', () => {
    const growth = told('2.l.1', { current: '300', previous: '100', previousSource: 'LKPM' })
    expect(found(growth).map(({ code, at }) => [code, at])).toEqual([
      ['far-from-last-year', `/indicators/${idOf('2.l.1')}/current`],
    ])
    const checks = (met: boolean[]) =>
      below(
        'checks',
        childrenOf('P.4.3', 'checks'),
        met.map(one => ({ met: one })),
      )
    const fell = found(checks([true, false, false, false]), before(checks([true, true, true, true])))
    expect(fell[0]).toMatchObject({ code: 'far-from-last-year', at: `/indicators/${idOf('P.4.3')}/explanation` })
  })

  it('names the origin of a number from before the system', () => {
    const [finding] = found(roads('300', '800'), before(roads('150', '800'), 'archive'))
    expect(finding?.message).toContain('18,75 (dari arsip, tidak diverifikasi) menjadi 37,50')
  })

  it('is settled by one reason', () => {
    const why = { 'why-far-from-last-year': 'Jalan baru diaspal.' }
    const answers = told('1.c.7', { numerator: '300', denominator: '800', ...why })
    expect(codes(answers, before(roads('150', '800')))).toEqual([['far-from-last-year', false]])
  })
})

describe('what is odd in itself', () => {
  it('more than the whole, or a whole of 0', () => {
    const [over] = found(told('1.b.3', { numerator: '801', denominator: '800' }))
    expect(over).toMatchObject({ code: 'over-100', level: 'explain' })
    expect(over?.message).toContain(
      'Jumlah ibu hamil yang mendapatkan pelayanan kesehatan (801) melebihi Jumlah ibu hamil di kabupaten/kota (800): 100,13 %.',
    )
    expect(codes(roads('0', '0'))).toEqual([['zero-denominator', true]])
    // minutes per fire, or women out of 100.000, are no shares
    expect(codes(told('1.e.7', { numerator: '154', denominator: '11' }))).toEqual([])
  })

  it('what cannot be: more of a whole that is counted, an index beyond its end, more women than there are', () => {
    expect(found(roads('801', '800'))).toMatchObject([
      {
        code: 'impossible-result',
        at: `/indicators/${idOf('1.c.7')}/numerator`,
        message: 'Hasilnya 100,13 %, padahal paling besar 100. Periksa angka-angkanya.',
        blocks: true,
      },
    ])
    expect(codes(roads('800', '800'))).toEqual([])
    expect(codes(told('2.b.3', { numerator: '9', denominator: '8' }))).toEqual([['impossible-result', true]])
    const cells = (answers: Answers) =>
      evaluate(answers)
        .findings.filter(({ code }) => code.startsWith('too-'))
        .map(({ code, at }) => [code, at])
    expect(cells(told('2.e.1', { value: '124' }))).toEqual([['too-large', `/indicators/${idOf('2.e.1')}/value`]])
    const [archived = ''] = childrenOf('2.r.1', 'parts')
    expect(cells(below('parts', [archived], [{ value: '101' }]))).toEqual([['too-large', `/parts/${archived}/value`]])
  })

  it('what is odd for its row: a productivity in millions, a fire that was reached after days', () => {
    expect(found(told('2.a.3', { numerator: '19000000', denominator: '98000' }))).toMatchObject([
      {
        code: 'odd-indicators',
        at: `/indicators/${idOf('2.a.3')}/numerator`,
        message:
          '193,88 Rp/tenaga kerja di luar yang biasa untuk baris ini (sedikitnya 1.000.000). Periksa angka dan satuannya, atau jelaskan.',
        blocks: true,
      },
    ])
    expect(codes(told('1.e.7', { numerator: '7200', denominator: '2' }))).toEqual([['odd-indicators', true]])
  })

  it('a category that is none of the scale', () => {
    expect(codes(told('P.1.6', { step: 'Baik' }))).toEqual([['not-on-scale', true]])
  })

  it('more spent on a task than was given', () => {
    const task = { $position: 'a0', task: 'Irigasi', budget: '100', spent: '120' }
    expect(codes({ assistance: { '0199f5a0-0000-7000-8000-000000000001': task } })).toEqual([
      ['spent-over-budget', true],
    ])
  })
})

describe('an indicator that asks for evidence', () => {
  const index = (cells: Record<string, string>) => told('2.e.1', { value: '78', ...cells })
  const at = `/indicators/${idOf('2.e.1')}` as const
  const empty = (answers: Answers) =>
    evaluate(answers, { rows: [idOf('2.e.1'), idOf('2.e.2')] })
      .findings.filter(finding => finding.code === 'empty' && finding.blocks)
      .map(finding => finding.at)
  it('must be explained, while the others may be', () => {
    expect(empty({})).toEqual([`${at}/explanation`])
    expect(empty(index({ explanation: 'Surat KLHK S.1/2026.' }))).toEqual([])
    const rows = form().sections.flatMap(section => section.blocks.flatMap(block => block.rows))
    expect(rows.find(row => row.code === '2.e.1')?.required).toEqual(['explanation'])
    expect(rows.find(row => row.code === '2.e.2')?.required).toEqual([])
  })

  it('names the missing evidence once it has a value', () => {
    const explained = index({ explanation: 'Surat KLHK S.1/2026, 5 Januari 2026.' })
    expect(codes(explained)).toEqual([['evidence-missing', false]])
    for (const place of [at, `${at}/value`] as const) expect(codes(explained, {}, { [place]: 1 })).toEqual([])
    expect(codes(told('2.e.1', {}))).toEqual([])
  })

  it('need not be explained while it is declared not available yet', () => {
    const state = { state: 'notYetAvailable', reason: 'Belum terbit', publisher: 'KLHK', expected: 'Maret 2027' }
    expect(codes(index(state))).toEqual([])
    expect(empty(index(state))).toEqual([])
  })
})

describe('last year in a growth', () => {
  const at = idOf('2.l.1')
  const own = (cells: Record<string, string>) => told('2.l.1', { current: '110', ...cells })
  it('is asked for where no approved report has it', () => {
    expect(codes(told('2.l.1', {}))).toEqual([])
    expect(codes(own({}))).toEqual([['previous-missing', false]])
    expect(codes(own({}), before(told('2.l.1', { current: '100' })))).toEqual([])
  })
  it('needs a source when it is typed', () => {
    expect(found(own({ previous: '100' })).map(one => [one.code, one.at])).toEqual([
      ['previous-source-missing', `/indicators/${at}/previousSource`],
    ])
    expect(codes(own({ previous: '100', previousSource: 'LKPM 2025' }))).toEqual([])
  })
  it('needs a reason where it differs from the approved report, which counts', () => {
    const typed = own({ previous: '105', previousSource: 'LKPM 2025' })
    expect(codes(typed, before(told('2.l.1', { current: '100' })))).toEqual([['previous-differs', true]])
    expect(codes(own({ previous: '100' }), before(told('2.l.1', { current: '100' })))).toEqual([])
    const [archived] = found(typed, before(told('2.l.1', { current: '100' }), 'archive'))
    expect(archived?.message).toContain('berbeda dari nilai 2025 dari arsip, tidak diverifikasi (100). Yang dihitung')
  })
})
