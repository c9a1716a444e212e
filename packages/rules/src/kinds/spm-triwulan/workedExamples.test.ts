// Worked examples E1 to E5 of the domain notes on SPM, by every choice of the rule set that they name.
import { describe, expect, it } from 'vitest'
import { roundShown } from '../../numbers/formatNumber.ts'
import type { RuleSetOverrides } from '../../rule-sets/mergeRuleSet.ts'
import type { Answers } from '../../types/Answers.ts'
import type { Figure } from '../../types/Figure.ts'
import { countedOf, e1, evaluate, figureOf, regionOf, regionOfServices, served } from './spm.fixture.ts'

const shown = (figure: Figure, decimals = 4) => figure.value && roundShown(figure.value, decimals)
/** A service with 100 % quality and these recipients. */
const reached = (due: string, now: string): Answers => ({
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

describe('E2: more served than recipients', () => {
  it('is kept as 106.25, capped at 100, and asks why', () => {
    const all = evaluate(reached('4800', '5100'))
    expect(figureOf(all, 'spm.recipients', 'ibu-hamil')).toMatchObject({ raw: '106.25', value: '100' })
    expect(all.findings.filter(f => f.code === 'over-100')).toMatchObject([
      { level: 'explain', at: '/recipients/ibu-hamil/served', blocks: true, why: '/recipients/ibu-hamil/why-over-100' },
    ])
  })

  it('is 106.25 where the rule set has no cap', () => {
    const all = evaluate(reached('4800', '5100'), {}, { spm: { caps: { recipients: null } } })
    expect(figureOf(all, 'spm.recipients', 'ibu-hamil')).toMatchObject({ raw: '106.25', value: '106.25' })
  })
})

describe('E3: nearly all', () => {
  it.each([
    ['30480', '30117', '99.0472', 'Tuntas Utama'],
    ['100000', '99999', '99.9992', 'Tuntas Utama'],
    ['100000', '100000', '100', 'Tuntas Paripurna'],
  ])('of %s served %s is %s, %s: paripurna only at 100', (due, now, index, band) => {
    const figure = figureOf(evaluate(reached(due, now)), 'spm.index', 'ibu-hamil')
    expect(shown(figure)).toBe(index)
    expect(figure.band?.label).toBe(band)
  })

  it('E3b is shown as 100.00 and is Tuntas Utama all the same', () => {
    const figure = figureOf(evaluate(reached('100000', '99999')), 'spm.index', 'ibu-hamil')
    expect(roundShown(figure.value ?? '', 2)).toBe('100')
    expect(figure.band?.id).toBe('utama')
  })
})

describe('E4: no recipients', () => {
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

    const owners = new Map([disaster, relocation].map(({ row }) => [row, ['perkim']]))
    const region = regionOf({ nil }, { owners, counted: countedOf('perkim', all) })
    expect(figureOf(region, 'spm.urusanIndex', 'perumahan').value).toBe(expected)
    expect(figureOf(region, 'spm.regionIndex').value).toBe(expected)
    expect(figureOf(region, 'spm.index', 'rumah-relokasi')).toEqual(relocation)
    expect(region.coverage).toEqual({ owed: 2, reported: 2, approved: 2 })
  })

  it('names what was left out', () => {
    const services = [served('a', 'perumahan', null), served('b', 'perumahan', '95.2')]
    const left = figureOf(regionOfServices(services), 'spm.urusanIndex', 'perumahan')
    expect(left.derivation.left).toEqual([{ at: 'figure:spm.index/a', why: 'nil' }])
    const hundred = figureOf(regionOfServices(services, { nil: 'hundred' }), 'spm.urusanIndex', 'perumahan')
    expect(hundred.derivation).toMatchObject({ left: [], inputs: [{ value: '100', state: 'nil' }, { value: '95.2' }] })
  })

  it.each([
    ['exclude', '93.35', 'Tuntas Utama'],
    ['hundred', '94.458', 'Tuntas Utama'],
    ['zero', '77.792', 'Tuntas Pratama'],
  ] as const)('%s: a whole urusan without anyone makes the region %s, %s', (nil, expected, band) => {
    const six = ['88.4', '93.1', '96.75', null, '97.5', '91'].map((value, at) => served(`s${at}`, `u${at}`, value))
    const region = figureOf(regionOfServices(six, { nil }), 'spm.regionIndex')
    expect(shown(region, 3)).toBe(expected)
    expect(region.band?.label).toBe(band)
  })
})

describe('E5: Trantibumlinmas', () => {
  const services = [
    served('trantibum', 'trantibumlinmas.trantibum', '100'),
    served('informasi', 'trantibumlinmas.bencana', '82'),
    served('kesiapsiagaan', 'trantibumlinmas.bencana', '76'),
    served('evakuasi-bencana', 'trantibumlinmas.bencana', '90'),
    served('evakuasi-kebakaran', 'trantibumlinmas.kebakaran', '95'),
  ]
  it.each([
    ['services', '88.6', 'Tuntas Madya'],
    ['subgroups', '92.5556', 'Tuntas Utama'],
  ] as const)('averaged by %s is %s, %s', (urusan, expected, band) => {
    const figure = figureOf(regionOfServices(services, { urusan }), 'spm.urusanIndex', 'trantibumlinmas')
    expect(shown(figure)).toBe(expected)
    expect(figure.band?.label).toBe(band)
  })

  it('an urusan without sub-urusan is averaged by its services whatever the rule set says', () => {
    const two = [served('a', 'kesehatan', '90'), served('b', 'kesehatan', '80')]
    const figure = figureOf(regionOfServices(two, { urusan: 'subgroups' }), 'spm.urusanIndex', 'kesehatan')
    expect(figure).toMatchObject({ value: '85', derivation: { formula: 'mean.1' } })
  })
})
