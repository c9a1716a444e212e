// Worked examples E1 to E5 of the domain notes on SPM, by every choice of the rule set that they name.
import { describe, expect, it } from 'vitest'
import { roundShown } from '../../numbers/formatNumber.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import { mergeRuleSet } from '../../rule-sets/mergeRuleSet.ts'
import type { RuleSetOverrides } from '../../rule-sets/ruleSetSchema.ts'
import type { Answers, Figure } from '../../types.ts'
import { consolidateSpm, type SpmService } from './consolidateSpm.ts'
import { e1, evaluate, figureOf, spmCatalogue } from './spm.fixture.ts'

const shown = (figure: Figure, decimals = 4) => figure.value && roundShown(figure.value, decimals)
const { groups } = spmCatalogue

/** A service with 100 % quality and these recipients. */
const served = (due: string, now: string): Answers => ({
  recipients: { 'ibu-hamil': { due, served: now } },
  quality: Object.fromEntries(Object.keys(e1.quality ?? {}).map(id => [id, { required: '5', met: '5' }])),
})

describe('E1: one service', () => {
  it.each([
    ['mean', '93.0833', '93.8167'],
    ['pooled', '95.1068', '94.2214'],
    ['group-mean', '92.5694', '93.7139'],
  ] as const)('quality rows combined by %s give M %s and index %s, Tuntas Utama', (quality, m, index) => {
    const all = evaluate(e1, {}, { spm: { quality } })
    expect(shown(figureOf(all, 'spm.recipients', 'ibu-hamil'))).toBe('94')
    expect(shown(figureOf(all, 'spm.quality', 'ibu-hamil'))).toBe(m)
    expect(shown(figureOf(all, 'spm.index', 'ibu-hamil'))).toBe(index)
    expect(figureOf(all, 'spm.index', 'ibu-hamil').band?.label).toBe('Tuntas Utama')
    expect(shown(figureOf(all, 'spm.officeIndex'))).toBe(index)
  })

  it('by default is the mean of its rows', () => {
    expect(shown(figureOf(evaluate(e1), 'spm.index', 'ibu-hamil'))).toBe('93.8167')
  })

  it('weighs recipients and quality as the rule set says', () => {
    const half: RuleSetOverrides = { spm: { weights: { recipients: '50', quality: '50' } } }
    expect(shown(figureOf(evaluate(e1, {}, half), 'spm.index', 'ibu-hamil'))).toBe('93.5417')
  })
})

describe('E2: more served than had to be', () => {
  it('is kept as 106.25, capped at 100, and asks why', () => {
    const all = evaluate(served('4800', '5100'))
    expect(figureOf(all, 'spm.recipients', 'ibu-hamil')).toMatchObject({ raw: '106.25', value: '100' })
    expect(all.findings.filter(f => f.code === 'over-100')).toMatchObject([
      { level: 'explain', at: '/recipients/ibu-hamil/served', blocks: true, why: '/recipients/ibu-hamil/why-over-100' },
    ])
  })

  it('is 106.25 where the rule set has no cap', () => {
    const all = evaluate(served('4800', '5100'), {}, { spm: { caps: { recipients: null } } })
    expect(figureOf(all, 'spm.recipients', 'ibu-hamil')).toMatchObject({ raw: '106.25', value: '106.25' })
  })
})

describe('E3: nearly all', () => {
  it.each([
    ['30480', '30117', '99.0472', 'Tuntas Utama'],
    ['100000', '99999', '99.9992', 'Tuntas Utama'],
    ['100000', '100000', '100', 'Tuntas Paripurna'],
  ])('of %s served %s is %s, %s: paripurna only at 100', (due, now, index, band) => {
    const figure = figureOf(evaluate(served(due, now)), 'spm.index', 'ibu-hamil')
    expect(shown(figure)).toBe(index)
    expect(figure.band?.label).toBe(band)
  })

  it('E3b is shown as 100.00 and is Tuntas Utama all the same', () => {
    const figure = figureOf(evaluate(served('100000', '99999')), 'spm.index', 'ibu-hamil')
    expect(roundShown(figure.value ?? '', 2)).toBe('100')
    expect(figure.band?.id).toBe('utama')
  })
})

const rulesOf = (spm: RuleSetOverrides['spm']) => mergeRuleSet(defaultRuleSet, { spm })
const index = (row: string, group: string, value: string | null): SpmService => ({
  row,
  group,
  index: { value, why: value === null ? 'nil' : null },
})

describe('E4: nobody had to be served', () => {
  it.each([
    ['exclude', '95.2'],
    ['hundred', '97.6'],
    ['zero', '47.6'],
  ] as const)('%s: relocation 95.20 beside no disaster is %s', (nil, expected) => {
    const answers: Answers = {
      recipients: {
        'rumah-korban-bencana': { state: 'nil', reason: 'Tidak ada bencana' },
        'rumah-relokasi': { due: '100', served: '94' },
      },
      quality: { 'rumah-relokasi.rumah': { required: '94', met: '94' } },
    }
    const all = evaluate(answers, { rows: ['rumah-korban-bencana', 'rumah-relokasi'] }, { spm: { nil } })
    const [disaster, relocation] = [
      figureOf(all, 'spm.index', 'rumah-korban-bencana'),
      figureOf(all, 'spm.index', 'rumah-relokasi'),
    ]
    expect(disaster).toMatchObject({ value: null, why: 'nil', band: null })
    expect(relocation.value).toBe('95.2')
    expect(figureOf(all, 'spm.officeIndex').value).toBe(expected)

    const services = [disaster, relocation].map(figure => ({ row: figure.row, group: 'perumahan', index: figure }))
    const [urusan, region] = consolidateSpm({ services, groups, rules: rulesOf({ nil }) })
    expect(urusan).toMatchObject({ code: 'spm.urusanIndex', row: 'perumahan', value: expected })
    expect(region).toMatchObject({ code: 'spm.regionIndex', row: '', value: expected })
  })

  it('names what was left out', () => {
    const services = [index('a', 'perumahan', null), index('b', 'perumahan', '95.2')]
    const [urusan] = consolidateSpm({ services, groups, rules: defaultRuleSet })
    expect(urusan?.derivation.left).toEqual([{ at: 'figure:spm.index/a', why: 'nil' }])
    const [hundred] = consolidateSpm({ services, groups, rules: rulesOf({ nil: 'hundred' }) })
    expect(hundred?.derivation).toMatchObject({ left: [], inputs: [{ value: '100', state: 'nil' }, { value: '95.2' }] })
  })

  it.each([
    ['exclude', '93.35', 'Tuntas Utama'],
    ['hundred', '94.458', 'Tuntas Utama'],
    ['zero', '77.792', 'Tuntas Pratama'],
  ] as const)('%s: a whole urusan without anyone makes the region %s, %s', (nil, expected, band) => {
    const six = ['88.4', '93.1', '96.75', null, '97.5', '91'].map((value, at) => index(`s${at}`, `u${at}`, value))
    const own = six.map(({ group }) => ({ id: group, label: group }))
    const figures = consolidateSpm({ services: six, groups: own, rules: rulesOf({ nil }) })
    const region = figures[figures.length - 1]
    expect(region && shown(region, 3)).toBe(expected)
    expect(region?.band?.label).toBe(band)
  })
})

describe('E5: Trantibumlinmas', () => {
  const services = [
    index('trantibum', 'trantibumlinmas.trantibum', '100'),
    index('informasi', 'trantibumlinmas.bencana', '82'),
    index('kesiapsiagaan', 'trantibumlinmas.bencana', '76'),
    index('evakuasi-bencana', 'trantibumlinmas.bencana', '90'),
    index('evakuasi-kebakaran', 'trantibumlinmas.kebakaran', '95'),
  ]
  it.each([
    ['services', '88.6', 'Tuntas Madya'],
    ['subgroups', '92.5556', 'Tuntas Utama'],
  ] as const)('averaged by %s is %s, %s', (urusan, expected, band) => {
    const [figure] = consolidateSpm({ services, groups, rules: rulesOf({ urusan }) })
    expect(figure && shown(figure)).toBe(expected)
    expect(figure?.band?.label).toBe(band)
    expect(figure?.row).toBe('trantibumlinmas')
  })

  it('an urusan without sub-urusan is averaged by its services whatever the rule set says', () => {
    const two = [index('a', 'kesehatan', '90'), index('b', 'kesehatan', '80')]
    const [figure] = consolidateSpm({ services: two, groups, rules: rulesOf({ urusan: 'subgroups' }) })
    expect(figure).toMatchObject({ value: '85', derivation: { formula: 'mean.1' } })
  })

  it('what nobody reported is left out and named, never 0', () => {
    const all = [...services, { row: 'baru', group: 'kesehatan', index: { value: null, why: 'empty' as const } }]
    const [kesehatan, trantibum, region] = consolidateSpm({
      services: all,
      groups,
      rules: defaultRuleSet,
      basis: 'year-to-date',
    })
    expect(kesehatan).toMatchObject({ value: null, why: 'empty', row: 'kesehatan' })
    expect(trantibum?.value).toBe('88.6')
    expect(region).toMatchObject({ value: '88.6', basis: 'year-to-date' })
    expect(region?.derivation.left).toEqual([{ at: 'figure:spm.urusanIndex/kesehatan', why: 'empty' }])
  })
})
