import { describe, expect, it } from 'vitest'
import type { Answers, Cell } from '../../types/Answers.ts'
import { e1, evaluate, figureOf, form, previous, withCells } from './spm.fixture.ts'

const own = (answers: Answers, more: Parameters<typeof evaluate>[1]) =>
  figureOf(evaluate(answers, more), 'spm.own', 'ibu-hamil')
const served = (value: Cell) => withCells(e1, 'recipients', 'ibu-hamil', { served: value })

describe('this quarter’s own part', () => {
  it('is what was served so far less what was served by the previous quarter', () => {
    const figure = own(e1, { period: '2026-TW3', sources: previous(served('3000')) })
    expect(figure).toMatchObject({ value: '1512', unit: 'orang', why: null })
    expect(figure.derivation.inputs.map(input => input.at)).toEqual([
      '/recipients/ibu-hamil/served',
      'previous:/recipients/ibu-hamil/served',
    ])
  })

  it('in the first quarter is all that was served, whatever the previous year says', () => {
    const sources = previous(served('3000'), { period: '2025-TW4' })
    expect(own(e1, { period: '2026-TW1', sources })).toMatchObject({
      value: '4512',
      derivation: { formula: 'value.1' },
    })
  })

  it('is unknown where the previous quarter is, and counts from nothing where that was nil', () => {
    expect(own(e1, { period: '2026-TW3' })).toMatchObject({ value: null, why: 'empty' })
    const { 'ibu-hamil.vaksin': _, ...rest } = e1.quality ?? {}
    const nil: Answers = { recipients: { 'ibu-hamil': { state: 'nil', reason: 'Belum ada' } }, quality: rest }
    expect(own(e1, { period: '2026-TW3', sources: previous(nil) })).toMatchObject({ value: '4512' })
    expect(own(served({ asTyped: '4512x' }), { sources: previous(e1) })).toMatchObject({ value: null, why: 'unread' })
  })
})

describe('quality', () => {
  const quality = (answers: Answers) => figureOf(evaluate(answers), 'spm.quality', 'ibu-hamil')
  const declared = (state: string) =>
    withCells(e1, 'quality', 'ibu-hamil.dokter', { state, reason: 'Bukan kewenangan' })

  it('leaves out and names rows declared nil or not applicable', () => {
    // the mean of 100, 97.9167, 87.5 and 100
    for (const state of ['nil', 'notApplicable'] as const) {
      expect(quality(declared(state)).value?.slice(0, 7)).toBe('96.3541')
      expect(quality(declared(state)).derivation.left).toEqual([{ at: '/quality/ibu-hamil.dokter/state', why: state }])
    }
  })

  it('is unknown while a row is empty or unread: empty is not 0', () => {
    const { 'ibu-hamil.dokter': _, ...rest } = e1.quality ?? {}
    expect(quality({ ...e1, quality: rest })).toMatchObject({ value: null, why: 'empty' })
    expect(quality(withCells(e1, 'quality', 'ibu-hamil.dokter', { met: { asTyped: '4o' } }))).toMatchObject({
      why: 'unread',
    })
    expect(quality(withCells(e1, 'quality', 'ibu-hamil.dokter', { required: '0' }))).toMatchObject({
      why: 'zero-denominator',
    })
  })

  it('pooled uses no surplus of one row for a deficit of another, unless the rule set has no cap for rows', () => {
    const surplus = withCells(e1, 'quality', 'ibu-hamil.vaksin', { met: '9600' })
    const pooled = (qualityRow: string | null) =>
      figureOf(evaluate(surplus, {}, { spm: { quality: 'pooled', caps: { qualityRow } } }), 'spm.quality', 'ibu-hamil')
    expect(pooled('100')).toMatchObject({ numerator: '13800', denominator: '14510' })
    expect(pooled(null)).toMatchObject({ numerator: '18600', denominator: '14510', value: '100' })
  })
})

describe('index and category', () => {
  it('of TW I to III are year-to-date against the year’s target; the year is TW IV', () => {
    const basis = (period: string) => {
      const all = evaluate(e1, { period })
      return ['spm.index', 'spm.officeIndex'].map(
        code => figureOf(all, code, code === 'spm.index' ? 'ibu-hamil' : '').basis,
      )
    }
    for (const period of ['2026-TW1', '2026-TW2', '2026-TW3'])
      expect(basis(period)).toEqual(['year-to-date', 'year-to-date'])
    expect(basis('2026-TW4')).toEqual([null, null])
    expect(basis('2026-TW4-latihan')).toEqual(['practice', 'practice'])
  })

  it('of the office leave out and name unreported services', () => {
    const office = figureOf(evaluate(e1, { rows: ['ibu-hamil', 'rumah-relokasi'] }), 'spm.officeIndex')
    expect(office.value?.slice(0, 7)).toBe('93.8166')
    expect(office.derivation.left).toEqual([{ at: 'figure:spm.index/rumah-relokasi', why: 'empty' }])
    expect(figureOf(evaluate({}), 'spm.officeIndex')).toMatchObject({ value: null, why: 'empty', band: null })
  })
})

describe('the form', () => {
  it('says up to when it counts, and asks for a unit only where the catalogue has none', () => {
    const [section] = form({ period: '2026-TW2' }).sections
    const [recipients] = section?.blocks[0]?.rows ?? []
    expect(recipients?.fields.served).toBe('terlayani s.d. Triwulan II')
    expect(section).toMatchObject({ id: 'ibu-hamil', group: 'Kesehatan' })
    const rows = recipients?.blocks[0]?.rows.map(row => Object.keys(row.fields).join())
    expect(rows).toEqual(['required,met', 'required,met', 'required,met,unit', 'required,met', 'required,met'])
  })

  it('counts of a service itself, its quality rows and five blocks', () => {
    const all = evaluate(e1)
    expect(all.progress['ibu-hamil']).toEqual({ filled: 6, all: 11 })
    expect(figureOf(all, 'completeness', 'ibu-hamil')).toMatchObject({ numerator: '6', denominator: '11' })
    const rest: Answers = {
      ...e1,
      budget: { 'ibu-hamil': { state: 'nil' } },
      staff: { 'ibu-hamil': { state: 'nil' } },
      problems: { 'ibu-hamil': { state: 'nil' } },
      actions: { 'ibu-hamil': { state: 'nil' } },
      stages: { 'ibu-hamil': { collection: 'selesai', needs: 'selesai', plan: 'sebagian', delivery: 'belum' } },
    }
    expect(evaluate(rest).progress['ibu-hamil']).toEqual({ filled: 11, all: 11 })
    expect(evaluate(rest).findings).toEqual([])
  })
})
