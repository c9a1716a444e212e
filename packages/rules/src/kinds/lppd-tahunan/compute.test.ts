import { describe, expect, it } from 'vitest'
import { before, below, childrenOf, evaluate, figureOf, idOf, ikk, told } from '#test/lppdForms.ts'
import { roundShown } from '../../numbers/formatNumber.ts'
import type { Answers, Cell } from '../../types/Answers.ts'
import type { Figure } from '../../types/Figure.ts'

const at = (figure: Figure, decimals = 4) => figure.value && roundShown(figure.value, decimals)

describe('an indicator', () => {
  it('of two numbers is their ratio times its factor', () => {
    expect(at(ikk('1.a.1', told('1.a.1', { numerator: '6129', denominator: '6704' })))).toBe('91.423')
    const violence = ikk('2.b.3', told('2.b.3', { numerator: '12', denominator: '96500' }))
    expect([at(violence), violence.unit, violence.derivation.params.factor]).toEqual([
      '12.4352',
      'per 100.000',
      '100000',
    ])
  })

  it('of a quotient or an average has no factor', () => {
    const perWorker = told('2.a.3', { numerator: '9500000000000', denominator: '95000' })
    expect([ikk('2.a.3', perWorker).value, ikk('2.a.3', perWorker).unit]).toEqual(['100000000', 'Rp/tenaga kerja'])
    expect(ikk('3.c.1', told('3.c.1', { numerator: '6695', denominator: '1000' })).value).toBe('6.695')
    expect(ikk('1.e.7', told('1.e.7', { numerator: '154', denominator: '11' })).value).toBe('14')
  })

  it('may be a measured value, or a step of a scale by its place and name', () => {
    expect(ikk('2.e.1', told('2.e.1', { value: '78.45' }))).toMatchObject({ value: '78.45', unit: 'indeks' })
    expect(ikk('P.1.6', told('P.1.6', { step: 'WTP' }))).toMatchObject({
      value: '4',
      band: { scale: 'opini-bpk', id: 'WTP', label: 'Wajar Tanpa Pengecualian' },
    })
    expect(ikk('P.1.6', told('P.1.6', { step: 'Baik' }))).toMatchObject({ value: null, why: 'unread' })
  })

  it('may be the deviation of realization from budget, in either direction', () => {
    expect(ikk('P.4.2', told('P.4.2', { planned: '200', realized: '212.5' })).value).toBe('6.25')
    expect(ikk('P.4.1', told('P.4.1', { planned: '200', realized: '187.5' })).value).toBe('6.25')
  })

  it('may be the share of a checklist that is met; one not answered leaves it open', () => {
    const checks = childrenOf('P.4.3', 'checks')
    const answered = (...met: (boolean | undefined)[]): Answers =>
      below(
        'checks',
        checks,
        met.map((one): Record<string, Cell> => (one === undefined ? {} : { met: one })),
      )
    expect(ikk('P.4.3', answered(true, true, false, true)).value).toBe('75')
    expect(ikk('P.4.3', answered(false, false, false, false)).value).toBe('0')
    expect(ikk('P.4.3', answered(true, undefined, true, true))).toMatchObject({ value: null, why: 'empty' })
    expect(ikk('P.5.1', below('checks', childrenOf('P.5.1', 'checks'), [{ met: true }])).value).toBe('100')
  })

  it('may be the mean of its parts, or their sum by weights that the region gives', () => {
    const archive = childrenOf('2.r.1', 'parts')
    const values = ['80', '60', '100', '40'].map(value => ({ value }))
    expect(ikk('2.r.1', below('parts', archive, values)).value).toBe('70')
    const roads = childrenOf('2.i.1', 'parts')
    const weighed = [
      { value: '0.9', weight: '0.7' },
      { value: '0.5', weight: '0.3' },
    ]
    expect(ikk('2.i.1', below('parts', roads, weighed)).value).toBe('0.78')
    expect(ikk('2.i.1', below('parts', roads, [weighed[0]!, { value: '0.5' }]))).toMatchObject({
      value: null,
      why: 'empty',
    })
  })

  it('without a denominator cannot be computed, and is not 0', () => {
    expect(ikk('1.d.1', told('1.d.1', { numerator: '0', denominator: '0' }))).toMatchObject({
      value: null,
      why: 'zero-denominator',
    })
  })

  it('declared not applicable, or not available yet, has no value and says so', () => {
    const state = { state: 'notApplicable', reason: 'Tidak ada laut' }
    expect(ikk('1.c.2', told('1.c.2', { ...state, numerator: '1', denominator: '2' }))).toMatchObject({
      value: null,
      why: 'notApplicable',
    })
    expect(ikk('2.r.1', told('2.r.1', { state: 'notYetAvailable' }))).toMatchObject({ why: 'notYetAvailable' })
  })
})

describe('growth', () => {
  const investment = told('2.l.1', { current: '115', previous: '110', previousSource: 'LKPM 2025' })
  const source = (figure: Figure) => figure.derivation.inputs[1]?.at

  it('starts from last year as its approved report has it', () => {
    const figure = ikk('2.l.1', investment, before(told('2.l.1', { current: '100' })))
    expect([figure.value, source(figure)]).toEqual(['15', `previous:/indicators/${idOf('2.l.1')}/current`])
  })

  it.each([
    ['there is no such report', {}],
    ['it was not approved', before(told('2.l.1', { current: '100' }), 'handed-in')],
    ['it has no number', before({})],
  ])('starts from the typed number where %s', (_, more) => {
    const figure = ikk('2.l.1', investment, more)
    expect([at(figure), source(figure)]).toEqual(['4.5455', `/indicators/${idOf('2.l.1')}/previous`])
  })

  it('counts a fall as good where it is one, a rise then below 0', () => {
    const cases = (current: string) => told('3.c.2', { current, previous: '40', previousSource: 'iSIKHNAS' })
    expect([ikk('3.c.2', cases('30')).value, ikk('3.c.2', cases('50')).value]).toEqual(['25', '-25'])
  })
})

describe('the rate of change', () => {
  const two = (numerator: string, denominator: string) => told('1.c.7', { numerator, denominator })
  const row = idOf('1.c.7')

  it('compares with last year, computed the same way', () => {
    const all = evaluate(two('520', '800'), before(two('500', '800')))
    expect(figureOf(all, 'lppd.previous', row)?.value).toBe('62.5')
    expect(figureOf(all, 'lppd.change', row)?.value).toBe('4')
  })

  it('is none where last year was not reported, of a growth, or between steps of a scale', () => {
    expect(figureOf(evaluate(two('520', '800')), 'lppd.change', row)).toBeUndefined()
    const rest = evaluate({}, before({}))
    for (const code of ['2.l.1', 'P.1.6']) expect(figureOf(rest, 'lppd.change', idOf(code))).toBeUndefined()
    expect(figureOf(rest, 'lppd.change', row)).toMatchObject({ value: null, why: 'empty' })
  })
})

describe('accountability', () => {
  const [objective, indicator] = ['0199f5a0-0000-7000-8000-000000000001', '0199f5a0-0000-7000-8000-000000000002']
  const band = { scale: 'capaian-kinerja', id: 'sangat-tinggi', label: 'Sangat Tinggi' }
  const figure = (code: string, row: string, value: string | null, unit = '%') => ({
    ...{ code, row, value, unit },
    why: value === null ? ('empty' as const) : null,
    band: unit === '%' && value !== null ? band : null,
  })
  const measurement = {
    answers: {},
    rows: {
      objectives: [{ id: objective!, parent: null, label: 'Meningkatnya kualitas air' }],
      indicators: [{ id: indicator!, parent: objective!, label: 'Indeks kualitas air' }],
    },
    status: 'approved' as const,
    figures: [
      figure('sakip.target', indicator!, '60', 'poin'),
      figure('sakip.realization', indicator!, '57', 'poin'),
      figure('sakip.achievement', indicator!, '95'),
      figure('sakip.objective', objective!, '95'),
      figure('sakip.office', '', '95'),
      figure('sakip.absorption', '', null),
    ],
  }
  const all = evaluate({}, { sources: { measurement } })

  it('is taken from SAKIP, with its unit and its band', () => {
    expect(figureOf(all, 'lppd.realization', indicator)).toMatchObject({ value: '57', unit: 'poin' })
    expect(figureOf(all, 'lppd.achievement', indicator)).toMatchObject({ value: '95', band: { id: 'sangat-tinggi' } })
    expect(figureOf(all, 'lppd.objective', objective)?.value).toBe('95')
    expect(figureOf(all, 'lppd.office')?.derivation.inputs).toEqual([
      { name: 'office', at: 'measurement:figure:sakip.office/', value: '95' },
    ])
  })

  it('says why SAKIP has no value, and that it has none yet', () => {
    expect(figureOf(all, 'lppd.absorption')).toMatchObject({ value: null, why: 'empty' })
    expect(figureOf(all, 'lppd.efficiency')).toMatchObject({ value: null, why: 'empty' })
    expect(all.findings.map(finding => finding.code)).not.toContain('measurement-missing')
    expect(evaluate({}).findings.map(finding => finding.code)).toContain('measurement-missing')
    expect(figureOf(evaluate({}), 'lppd.office')).toBeUndefined()
  })
})
