import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recompute } from '../../figures/recompute.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import type { RuleSetOverrides } from '../../rule-sets/mergeRuleSet.ts'
import type { Answers } from '../../types/Answers.ts'
import { countedOf, e1, evaluate, figureOf, regionOf, regionOfServices, served, withCells } from './spm.fixture.ts'

describe('unreported rows', () => {
  const services = [served('a', 'kesehatan', '90'), served('b', 'kesehatan', '80'), served('c', 'perumahan', '70')]
  const { row } = served('baru', 'kesehatan', '1')

  it('are left out and named, never 0', () => {
    const region = regionOfServices([...services, { row, index: null }])
    expect(figureOf(region, 'spm.index', 'baru')).toMatchObject({
      value: null,
      why: 'empty',
      derivation: { left: [{ at: 'dinas:figure:spm.index/baru', why: 'empty' }] },
    })
    expect(figureOf(region, 'spm.urusanIndex', 'kesehatan')).toMatchObject({
      value: '85',
      derivation: { left: [{ at: 'figure:spm.index/baru', why: 'empty' }] },
    })
    expect(figureOf(region, 'spm.regionIndex').value).toBe('77.5')
    expect(region.coverage).toEqual({ owed: 4, reported: 3, approved: 3 })
  })

  it('leave a whole urusan out of the region', () => {
    const region = figureOf(regionOfServices([...services.slice(2), { row, index: null }]), 'spm.regionIndex')
    expect(region.value).toBe('70')
    expect(region.derivation.left).toEqual([{ at: 'figure:spm.urusanIndex/kesehatan', why: 'empty' }])
  })

  it('include an empty answer in a submitted report', () => {
    const region = regionOfServices([...services, served('kosong', 'kesehatan', null, 'empty')])
    expect(figureOf(region, 'spm.urusanIndex', 'kesehatan').value).toBe('85')
    expect(region.coverage).toEqual({ owed: 4, reported: 3, approved: 3 })
  })

  it('of a service that no office owes are out, whatever old reports contain', () => {
    const region = regionOfServices(services, {}, { owners: new Map([['a', ['dinas']]]) })
    expect(region.figures.map(({ code, row: at }) => `${code}/${at}`)).toEqual([
      'spm.index/a',
      'spm.urusanIndex/kesehatan',
      'spm.regionIndex/',
      'completeness/',
    ])
    expect(figureOf(region, 'spm.regionIndex').value).toBe('90')
    expect(figureOf(regionOf({}, {}), 'spm.regionIndex')).toMatchObject({ value: null, why: 'no-inputs' })
  })

  it('never change the mean of the rest', () => {
    const group = fc.constantFrom('kesehatan', 'perumahan', 'trantibumlinmas.bencana', 'trantibumlinmas.kebakaran')
    const value = fc.option(fc.integer({ min: 0, max: 400 }).map(n => String(n / 4)))
    const rules = fc.record({
      nil: fc.constantFrom('exclude', 'hundred', 'zero'),
      urusan: fc.constantFrom('services', 'subgroups'),
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(group, value)), fc.array(group), rules, (reported, missing, spm) => {
        const some = reported.map(([at, index], n) => served(`s${n}`, at, index))
        const none = missing.map((at, n) => ({ row: served(`m${n}`, at, '1').row, index: null }))
        const known = regionOfServices(some, spm)
        const all = regionOfServices([...none, ...some], spm)
        for (const { code, row: at, value: mean } of known.figures) expect(figureOf(all, code, at).value).toBe(mean)
        expect(all.coverage).toEqual({ ...known.coverage, owed: some.length + none.length })
        for (const { derivation, value: stands, why, raw, numerator, denominator } of all.figures)
          expect(recompute(derivation)).toEqual({ value: stands, why, raw, numerator, denominator })
      }),
    )
  })
})

describe('a figure of the region', () => {
  it('is year-to-date until the fourth quarter', () => {
    const of = (period: string) => regionOfServices([served('a', 'kesehatan', '90')], {}, { period })
    expect(figureOf(of('2026-TW3'), 'spm.regionIndex').basis).toBe('year-to-date')
    expect(figureOf(of('2026-TW4'), 'spm.regionIndex').basis).toBeNull()
  })

  it('takes the index of an office as it was frozen, and names the rule set of each', () => {
    const region = regionOfServices(
      [served('a', 'kesehatan', '90')],
      {},
      { rules: { ...defaultRuleSet, id: '2026.1' } },
    )
    const ruleSets = region.figures.map(({ code, derivation }) => [code, derivation.ruleSet])
    expect(ruleSets).toEqual([
      ['spm.index', '2021.1'],
      ['spm.urusanIndex', '2026.1'],
      ['spm.regionIndex', '2026.1'],
      ['completeness', '2026.1'],
    ])
  })

  it('is approved where all its inputs are', () => {
    const one = served('a', 'kesehatan', '90')
    const counted = [{ office: 'dinas', standing: 'provisional' as const, figure: one.index }]
    expect(regionOfServices([one]).standing).toBe('final')
    expect(regionOfServices([one], {}, { counted }).standing).toBe('provisional')
    expect(regionOfServices([one], {}, { counted }).coverage).toEqual({ owed: 1, reported: 1, approved: 0 })
  })
})

describe('a service that several offices share', () => {
  const owners = new Map([['ibu-hamil', ['barat', 'timur']]])
  const region = (west: Answers, east: Answers | null, spm: RuleSetOverrides['spm'] = {}) =>
    regionOf(spm, {
      owners,
      counted: [
        ...countedOf('barat', evaluate(west, {}, { spm })),
        ...(east ? countedOf('timur', evaluate(east, {}, { spm })) : []),
      ],
    })
  const east: Answers = {
    recipients: { 'ibu-hamil': { due: '200', served: '88' } },
    quality: {
      'ibu-hamil.vaksin': { required: '200', met: '200' },
      'ibu-hamil.tablet': { required: '200', met: '100' },
      'ibu-hamil.buku': { required: '200', met: '200' },
      'ibu-hamil.bidan': { state: 'notApplicable', reason: 'Bidan dari Barat' },
      'ibu-hamil.dokter': { required: '10', met: '8' },
    },
  }
  const nil: Answers = { recipients: { 'ibu-hamil': { state: 'nil', reason: 'Tidak ada' } } }

  it('adds their counts and divides once', () => {
    const all = region(e1, east)
    // (4.512 + 88) ÷ (4.800 + 200) = 92 %, not the mean of 94 % and 44 %
    expect(figureOf(all, 'spm.recipients', 'ibu-hamil')).toMatchObject({
      value: '92',
      numerator: '4600',
      denominator: '5000',
    })
    // 100, 96, 88, 100 (Barat alone), 80
    expect(figureOf(all, 'spm.quality', 'ibu-hamil').value).toBe('92.8')
    expect(figureOf(all, 'spm.qualityRow', 'ibu-hamil.bidan').derivation.left).toEqual([
      { at: 'timur:figure:spm.qualityRow/ibu-hamil.bidan', why: 'notApplicable' },
    ])
    expect(figureOf(all, 'spm.urusanIndex', 'kesehatan').value).toBe('92.16')
    expect(all.coverage).toEqual({ owed: 1, reported: 1, approved: 1 })
  })

  it('is that of one office where the other declared nil; nil where both did', () => {
    const one = figureOf(region(e1, nil), 'spm.index', 'ibu-hamil')
    expect(one.value).toBe(figureOf(evaluate(e1), 'spm.index', 'ibu-hamil').value)
    expect(figureOf(region(nil, nil), 'spm.index', 'ibu-hamil')).toMatchObject({ value: null, why: 'nil' })
    expect(region(nil, nil).coverage).toEqual({ owed: 1, reported: 1, approved: 1 })
  })

  it('names an office that did not report, or left it empty', () => {
    const blank = withCells(east, 'recipients', 'ibu-hamil', { served: { asTyped: '8o' } })
    for (const [other, why] of [[null, 'empty'] as const, [blank, 'unread'] as const]) {
      const recipients = figureOf(region(e1, other), 'spm.recipients', 'ibu-hamil')
      expect(recipients).toMatchObject({
        value: '94',
        derivation: { left: [{ at: 'timur:figure:spm.index/ibu-hamil', why }] },
      })
      expect(region(e1, other).coverage).toEqual({ owed: 1, reported: 0, approved: 0 })
    }
  })

  it('is as if one office had counted for both, under any rule', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 12_000 }))
    const rows = Object.keys(e1.quality ?? {})
    const counts = fc.tuple(pair, fc.tuple(...rows.map(() => pair)))
    const cap = fc.constantFrom(null, '100')
    const rules = fc.record({
      quality: fc.constantFrom('mean', 'pooled', 'group-mean'),
      caps: fc.record({ recipients: cap, qualityRow: cap, quality: cap }),
    })
    const answersOf = ([[due, reached], quality]: [[number, number], [number, number][]]): Answers => ({
      recipients: { 'ibu-hamil': { due: String(due), served: String(reached) } },
      quality: Object.fromEntries(
        rows.map((id, n) => [id, { required: String(quality[n]?.[0]), met: String(quality[n]?.[1]) }]),
      ),
    })
    const plus = (a: [number, number], b: [number, number]): [number, number] => [a[0] + b[0], a[1] + b[1]]
    fc.assert(
      fc.property(counts, counts, rules, (west, other, spm) => {
        const both = answersOf([plus(west[0], other[0]), west[1].map((one, n) => plus(one, other[1][n] ?? [0, 0]))])
        const together = figureOf(evaluate(both, {}, { spm }), 'spm.index', 'ibu-hamil').value
        const all = region(answersOf(west), answersOf(other), spm)
        expect(figureOf(all, 'spm.index', 'ibu-hamil').value).toBe(together)
      }),
    )
  })
})
