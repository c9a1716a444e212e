// The achievement of three offices together, worked by hand under every choice of the rule set that moves it: Klungkung 2017 and
// Lampung 2015 of the domain notes on SAKIP, and an office of two objectives.
import { expect, it } from 'vitest'
import { type Chain, measure, rulesWith } from '#test/sakipChain.ts'
import { recapOf } from '../../form/recapOf.ts'
import { roundShown } from '../../numbers/formatNumber.ts'
import type { RuleSet } from '../../types/RuleSet.ts'
import { kind } from './kind.ts'

const year = (target: string, realized: string, register = {}) => ({
  target,
  realized: [null, null, null, realized],
  register,
})
const programmes = (budget: string) => ({ only: { budget, spent: [null, null, null, budget] } })
const offices: Record<string, Chain> = {
  // 94,6818 and 105,5556
  klungkung: { indicators: { lhe: year('22', '20.83'), rkpd: year('90', '95') }, programmes: programmes('300') },
  // 100 and 50 of one objective, 90 of the other
  two: {
    indicators: {
      a: { ...year('10', '10'), objective: 'Satu' },
      b: { ...year('10', '5'), objective: 'Satu' },
      c: { ...year('10', '9'), objective: 'Dua' },
    },
    programmes: programmes('500'),
  },
  // lower is better: 184,75 as (2T − R) ÷ T, 655,7377 as T ÷ R
  lampung: { indicators: { akb: year('32', '4.88', { direction: 'lower' }) }, programmes: programmes('200') },
}

function region(sakip: Partial<RuleSet['sakip']>): string {
  const rules = rulesWith(sakip)
  const recap = recapOf(kind, {
    period: '2026-TW4',
    rules,
    catalogue: { form: kind.form, title: '', legal: '', groups: [], rows: [] },
    owners: new Map([['*', Object.keys(offices)]]),
    counted: Object.entries(offices).flatMap(([office, chain]) =>
      measure({ ...chain, rules: sakip }).figures.map(figure => ({ office, standing: 'final' as const, figure })),
    ),
  })
  return roundShown(recap.figures.find(({ code }) => code === 'sakip.region')?.value ?? '', 4)
}

it.each([
  // lower, cap, averageOf, office; each alike, by budget (300, 500, 200)
  ['2T-R', null, 'capped', 'objectives', '122.4562', '108.2356'],
  ['2T-R', null, 'capped', 'indicators', '121.6229', '106.9856'],
  ['2T-R', '100', 'capped', 'objectives', '93.2803', '90.4523'],
  ['2T-R', '100', 'capped', 'indicators', '92.447', '89.2023'],
  ['2T-R', '100', 'raw', 'objectives', '122.4562', '108.2356'],
  ['2T-R', '120', 'capped', 'objectives', '100.8729', '95.2856'],
  ['2T-R', '120', 'capped', 'indicators', '100.0396', '94.0356'],
  ['T/R', null, 'capped', 'objectives', '279.4521', '202.4331'],
  ['T/R', null, 'capped', 'indicators', '278.6188', '201.1831'],
  ['T/R', '100', 'capped', 'objectives', '93.2803', '90.4523'],
  ['T/R', '100', 'raw', 'indicators', '278.6188', '201.1831'],
  ['T/R', '120', 'capped', 'objectives', '100.8729', '95.2856'],
] as const)(
  'lower is better by %s, cap %s, averaged %s, office by %s: %s, weighed by budget %s',
  (lower, cap, averageOf, office, alike, weighed) => {
    const rules = { lower, cap, averageOf, office }
    expect(region({ ...rules, region: 'mean' })).toBe(alike)
    expect(region({ ...rules, region: 'weighted-by-budget' })).toBe(weighed)
  },
)
