import { describe, expect, it } from 'vitest'
import { type Chain, figure, indicatorId, measure, objectiveId, programmeId } from '#test/sakipChain.ts'
import { recompute } from '../../figures/recompute.ts'

/** Achievement of the only indicator. */
const achieved = (one: NonNullable<Chain['indicators']>[string], more: Omit<Chain, 'indicators'> = {}) => {
  const chain: Chain = { ...more, indicators: { indicator: one } }
  return figure(measure(chain), 'sakip.achievement', indicatorId(chain, 'indicator'))
}
const year = (target: string, realized: string, register = {}): NonNullable<Chain['indicators']>[string] => ({
  target,
  realized: [null, null, null, realized],
  register,
})
const lower = { direction: 'lower' }

describe('achievement of an indicator', () => {
  it('is realization over target where higher is better', () => {
    expect(achieved(year('90.89', '92.22')).value).toBe('101.4633')
    expect(achieved(year('82.53', '82.32')).value).toBe('99.7455')
  })

  it('where lower is better, follows the formula the region chose', () => {
    const both = (target: string, realized: string) =>
      (['2T-R', 'T/R'] as const).map(
        formula => achieved(year(target, realized, lower), { rules: { lower: formula } }).value,
      )
    expect(both('32', '4.88')).toEqual(['184.7500', '655.7377']) // Lampung 2015
    expect(both('9.2', '9.53')).toEqual(['96.4130', '96.5373']) // Manggarai Timur 2019
    expect(both('0.372', '0.325')).toEqual(['112.6344', '114.4615']) // Banyuwangi, Dishub
  })

  it('uses an indicator’s own formula, cap and quarterly kind before those of the region', () => {
    expect(achieved(year('9.2', '9.53', { ...lower, lower: 'T/R' })).value).toBe('96.5373')
    expect(achieved(year('10', '65.7', { cap: '120' }), { rules: { cap: '100' } })).toMatchObject({
      value: '120.0000',
      raw: '657.0000',
    })
    const parts = { targets: ['10', '10', '10', '10'], realized: ['5', null, '20'], target: '40' }
    expect(achieved({ ...parts, register: { quarterly: 'sum' } }, { quarter: 3 }).value).toBe('125.0000')
    expect(
      achieved({ ...parts, register: { quarterly: 'last' } }, { quarter: 3, rules: { quarterly: 'sum' } }).value,
    ).toBe('200.0000')
  })

  it('keeps the raw value above a cap and below a floor', () => {
    expect(achieved(year('20', '93.61'))).toMatchObject({ value: '468.0500', raw: '468.0500' })
    expect(achieved(year('20', '93.61'), { rules: { cap: '100' } })).toMatchObject({
      value: '100.0000',
      raw: '468.0500',
    })
    expect(achieved(year('4', '10', lower))).toMatchObject({ value: '-50.0000' })
    expect(achieved(year('4', '10', lower), { rules: { floor: '0' } })).toMatchObject({
      value: '0.0000',
      raw: '-50.0000',
    })
  })

  it('cannot be computed from a target of zero, nor as target over a realization of zero', () => {
    expect(achieved(year('0', '50'))).toEqual({ value: null, raw: null, why: 'zero-denominator' })
    expect(achieved(year('0', '50', lower))).toMatchObject({ value: null, why: 'zero-denominator' })
    expect(achieved(year('10', '0', lower), { rules: { lower: 'T/R' } })).toMatchObject({
      value: null,
      why: 'zero-denominator',
    })
    expect(achieved(year('10', '0', lower)).value).toBe('200.0000')
    expect(achieved(year('10', '0')).value).toBe('0.0000')
  })

  it('says what is missing: no realization, no target of the quarter, an unreadable text, data not available yet', () => {
    expect(achieved({ target: '10' }).why).toBe('empty')
    expect(achieved({ target: '10', realized: ['5'] }, { quarter: 1 }).why).toBe('empty')
    expect(achieved({ target: '10', realized: [null, null, null, { asTyped: '12,5x' }] }).why).toBe('unread')
    const chain: Chain = { indicators: { indicator: { target: '10' } } }
    const row = indicatorId(chain, 'indicator')
    const answers = {
      indicators: { [row]: { state: 'notYetAvailable', reason: 'Survei', publisher: 'BPS', expected: 'Maret' } },
    }
    expect(figure(measure(chain, answers), 'sakip.achievement', row).why).toBe('notYetAvailable')
  })

  it('uses the values of steps in place of numbers', () => {
    expect(achieved(year('WTP', 'WDP', { scale: 'opini-bpk' })).value).toBe('75.0000')
    expect(achieved(year('A', 'AA', { scale: 'predikat-sakip' })).value).toBe('116.6667')
    expect(achieved(year('Tinggi', 'Sedang', { scale: 'Rendah; Sedang; Tinggi' })).value).toBe('66.6667')
    expect(achieved(year('Level 3', 'Level 3 Plus', { scale: 'Level 2=2; Level 3=3; Level 3 Plus=3.5' })).value).toBe(
      '116.6667',
    )
    expect(achieved(year('3', '2', { scale: 'opini-bpk' })).why).toBe('unread')
    expect(achieved(year('WTP', 'Baik', { scale: 'opini-bpk' })).why).toBe('unread')
  })
})

it('labels a target and a realization in steps', () => {
  const called = (one: NonNullable<Chain['indicators']>[string]) =>
    measure({ indicators: { nilai: one } })
      .figures.filter(({ code }) => code === 'sakip.target' || code === 'sakip.realization')
      .map(({ band }) => band?.label)
  expect(called(year('A', 'BB', { scale: 'predikat-sakip' }))).toEqual(['BB', 'A'])
  expect(called(year('80', '81'))).toEqual([undefined, undefined])
})

describe('quarters', () => {
  const parts = { targets: ['10', '20', '30', '40'], target: '100', realized: ['8', '25', null, '44'] }
  it('sum what was filled over the targets of the same quarters', () => {
    const by = (quarter: 1 | 2 | 3 | 4) => achieved(parts, { quarter, rules: { quarterly: 'sum' } }).value
    expect([by(1), by(2), by(3), by(4)]).toEqual(['80.0000', '110.0000', '110.0000', '110.0000'])
  })
  it('as a position use the last filled against its own target', () => {
    const by = (quarter: 1 | 2 | 3 | 4) => achieved(parts, { quarter, rules: { quarterly: 'last' } }).value
    expect([by(1), by(2), by(3), by(4)]).toEqual(['80.0000', '125.0000', '125.0000', '110.0000'])
  })
  it('count a zero, and only an empty one not', () => {
    const zero = { ...parts, realized: ['8', '0'] }
    expect(achieved(zero, { quarter: 2, rules: { quarterly: 'sum' } }).value).toBe('26.6667')
    expect(achieved(zero, { quarter: 2, rules: { quarterly: 'last' } }).value).toBe('0.0000')
  })
  it('never sum steps, whatever the region chose', () => {
    const steps = {
      ...year('A', 'BB', { scale: 'predikat-sakip' }),
      realized: ['BB', 'BB', 'BB', 'A'],
      targets: ['A', 'A', 'A', 'A'],
    }
    expect(achieved(steps, { rules: { quarterly: 'sum' } }).value).toBe('100.0000')
  })
  it('name the realization and target they used', () => {
    const chain: Chain = {
      quarter: 2,
      rules: { quarterly: 'sum' },
      indicators: { indicator: { ...parts, register: { unit: 'orang' } } },
    }
    const row = indicatorId(chain, 'indicator')
    const found = measure(chain).figures.filter(one => one.row === row)
    expect(found.map(one => [one.code, one.value, one.unit])).toEqual([
      ['sakip.realization', '33', 'orang'],
      ['sakip.target', '30', 'orang'],
      ['sakip.achievement', '110', '%'],
    ])
    expect(found[0]?.derivation.inputs.map(input => input.at)).toEqual([
      `tw1:/indicators/${row}/realization`,
      `/indicators/${row}/realization`,
    ])
    expect(found[1]?.derivation.inputs.map(input => input.at)).toEqual([
      `agreement:/indicators/${row}/tw1`,
      `agreement:/indicators/${row}/tw2`,
    ])
  })
})

describe('averages', () => {
  const klungkung: Chain = { indicators: { lhe: year('22', '20.83'), rkpd: year('90', '95') } }
  const objective = (rules: Chain['rules']) =>
    figure(measure({ ...klungkung, rules }), 'sakip.objective', objectiveId(klungkung, 'Sasaran A')).value
  it('are simple means of an objective’s indicators, capped or not', () => {
    expect(objective({})).toBe('100.1187')
    expect(objective({ cap: '100' })).toBe('97.3409')
    expect(objective({ cap: '100', averageOf: 'raw' })).toBe('100.1187')
  })
  it('of Manggarai Timur are 85,38, of deaths of mothers, infants and children under five', () => {
    const rules = { lower: 'T/R' } as const
    // what is printed of the third, 72,52, follows from neither formula: it is taken as it is
    const deaths = { ibu: year('162', '186', lower), bayi: year('9.2', '9.53', lower), balita: year('100', '72.52') }
    const chain: Chain = { indicators: deaths, rules }
    expect(figure(measure(chain), 'sakip.objective', objectiveId(chain, 'Sasaran A')).value).toBe('85.3847')
  })
  const three: Chain = {
    indicators: {
      a: { ...year('10', '10'), objective: 'Satu' },
      b: { ...year('10', '5'), objective: 'Satu' },
      c: { ...year('10', '9'), objective: 'Dua' },
    },
  }
  it('of the office are those of objectives, or of all indicators', () => {
    expect(figure(measure(three), 'sakip.office').value).toBe('82.5000')
    expect(figure(measure({ ...three, rules: { office: 'indicators' } }), 'sakip.office').value).toBe('80.0000')
  })
  it('leave out and name what has no value', () => {
    const chain: Chain = { indicators: { ...three.indicators, b: { target: '10', objective: 'Satu' } } }
    const evaluation = measure(chain)
    const found = evaluation.figures.find(
      one => one.code === 'sakip.objective' && one.row === objectiveId(chain, 'Satu'),
    )
    expect(found).toMatchObject({ value: '100' })
    expect(found?.derivation.left).toEqual([
      { at: `figure:sakip.achievement/${indicatorId(chain, 'b')}`, why: 'empty' },
    ])
    expect(figure(evaluation, 'sakip.office').value).toBe('95.0000')
    const nothing: Chain = { indicators: { a: { target: '10' } } }
    expect(figure(measure(nothing), 'sakip.office')).toEqual({ value: null, raw: null, why: 'empty' })
  })
  it('band an achievement with exclusive lower bounds', () => {
    const band = (realized: string) => {
      const chain: Chain = { indicators: { a: year('100', realized) } }
      return measure(chain).figures.find(one => one.code === 'sakip.achievement')?.band?.label
    }
    expect([band('90'), band('90.01'), band('75'), band('65.01'), band('50'), band('140')]).toEqual([
      'Tinggi',
      'Sangat Tinggi',
      'Sedang',
      'Sedang',
      'Sangat Rendah',
      'Sangat Tinggi',
    ])
  })
})

describe('budget', () => {
  const programmes = {
    satu: { budget: '925896500', spent: [null, null, null, '826994935'] },
    dua: { budget: '60000000', spent: [null, null, null, '0'] },
  }
  it('is absorbed per programme and in all, a zero counted', () => {
    const chain: Chain = { indicators: { a: year('10', '10') }, programmes }
    const evaluation = measure(chain)
    expect(figure(evaluation, 'sakip.absorption', programmeId(chain, 'satu')).value).toBe('89.3183')
    expect(figure(evaluation, 'sakip.absorption', programmeId(chain, 'dua')).value).toBe('0.0000')
    expect(figure(evaluation, 'sakip.absorption').value).toBe('83.8825')
    expect(figure(evaluation, 'sakip.budget').value).toBe('985896500.0000')
  })
  it('leaves a programme without data out of the whole', () => {
    const chain: Chain = {
      indicators: { a: year('10', '10') },
      programmes: { ...programmes, dua: { budget: '60000000' } },
    }
    const found = measure(chain).figures.find(one => one.code === 'sakip.absorption' && one.row === '')
    expect(found?.derivation.left).toEqual([
      { at: `figure:sakip.absorption/${programmeId(chain, 'dua')}`, why: 'empty' },
    ])
    expect(Number(found?.value).toFixed(4)).toBe('89.3183')
  })
  const efficient = (achievement: string, spent: string, way: NonNullable<Chain['rules']>['efficiency']) => {
    const chain: Chain = {
      indicators: { ipm: year('100', achievement) },
      programmes: { satu: { budget: '10000', spent: [null, null, null, spent] } },
      rules: { efficiency: way },
    }
    return figure(measure(chain), 'sakip.efficiency')
  }
  it('is used efficiently by the rule of the region', () => {
    expect(efficient('100.45', '8899', 'difference').value).toBe('11.4600')
    expect(efficient('100.45', '8899', 'saving').value).toBe('11.0100')
    expect(efficient('99.99', '8899', 'saving')).toEqual({ value: null, raw: null, why: 'notApplicable' })
    expect(efficient('100', '8899', 'pmk').value).toBe('11.0100')
    expect(efficient('150', '8000', 'pmk')).toMatchObject({ value: '20.0000', raw: '46.6667' })
    expect(efficient('50', '9000', 'pmk')).toMatchObject({ value: '-20.0000', raw: '-80.0000' })
    expect(efficient('0', '9000', 'pmk').why).toBe('zero-denominator')
  })
})

it('every figure follows from its derivation alone', () => {
  const chain: Chain = {
    indicators: {
      a: year('10', '12'),
      b: { target: '3' },
      c: year('WTP', 'WDP', { scale: 'opini-bpk' }),
      d: year('0', '1', lower),
    },
    programmes: { satu: { budget: '100', spent: [null, null, null, '90'] } },
    rules: { cap: '110', floor: '0', quarterly: 'sum' },
  }
  for (const { derivation, value, raw, why } of measure(chain).figures)
    expect(recompute(derivation)).toMatchObject({ value, raw, why })
})
