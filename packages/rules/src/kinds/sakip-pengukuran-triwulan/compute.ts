import { exact, hundred } from '../../numbers/decimal.ts'
import { stepScale } from '../../rule-sets/stepsOf.ts'
import type { Derivation, Figure, Input, RowId } from '../../types.ts'
import { indicatorOf } from '../sakip-indikator/indicator.ts'
import { achievementOf } from './achievementFormula.ts'
import type { Measurement } from './measurement.ts'
import { countedQuarters } from './quarters.ts'

const legal = 'PermenPANRB 53/2014'

export function compute(c: Measurement): void {
  const achievements = new Map(c.rows('indicators').map(row => [row, achievement(c, row)]))
  const objectives = c.rows('objectives').flatMap(row => {
    const own = c.rows('indicators', row).map(indicator => achievements.get(indicator)!)
    return own.length === 0 ? [] : [meanOf(c, 'sakip.objective', row, own, averaged(c))]
  })
  const all = c.rules.sakip.office === 'objectives' ? objectives : [...achievements.values()]
  const office = meanOf(c, 'sakip.office', '', all, c.rules.sakip.office === 'objectives' ? whole : averaged(c))
  efficiency(c, office, absorption(c))
}

/** Target, realization and achievement of an indicator so far this year. */
function achievement(c: Measurement, row: RowId): Figure {
  const indicator = indicatorOf(c.source('register'), row, c.rules)
  const { realizations, targets } = countedQuarters(c, row, indicator)
  const { unit, quarterly, cap, steps } = indicator
  const band = steps ? stepScale('tingkat', steps) : undefined
  const formula = quarterly === 'sum' ? 'sum.1' : 'value.1'
  const sides = {
    realization: c.figure({ code: 'sakip.realization', row, formula, inputs: realizations, unit, band }),
    target: c.figure({ code: 'sakip.target', row, formula, inputs: targets, unit, band }),
  }
  const { floor, scale } = c.rules.sakip
  const by = achievementOf(indicator, (side, name) => c.of(name, sides[side]))
  return c.figure({ code: 'sakip.achievement', row, ...by, cap, floor, band: scale, legal })
}

type Value = (figure: Figure) => Figure['value']
const whole: Value = figure => figure.value
/** Whether caps and floor hold in an average too, or only in what is shown. */
const averaged = (c: Measurement): Value => (c.rules.sakip.averageOf === 'raw' ? figure => figure.raw : whole)

/** A simple mean; what has no value is left out and named, never 0. */
function meanOf(
  c: Measurement,
  code: 'sakip.objective' | 'sakip.office',
  row: RowId,
  all: Figure[],
  value: Value,
): Figure {
  const inputs = all
    .filter(figure => figure.value !== null)
    .map(figure => c.of(figure.row, figure, { value: value(figure) }))
  const left = all.flatMap(figure => leftOut(figure) ?? [])
  return c.figure({ code, row, formula: 'mean.1', inputs, left, band: c.rules.sakip.scale, legal })
}

const leftOut = (figure: Figure): Derivation['left'][number] | null =>
  figure.value === null ? { at: `figure:${figure.code}/${figure.row}`, why: figure.why ?? 'empty' } : null

/** Spent over budget, per programme and in all; a programme of which nothing is known yet is left out of the whole and named. */
function absorption(c: Measurement): Figure {
  const budget = (row: RowId, name: string) => c.input(name, `/programs/${row}/budget`, { from: 'agreement' })
  const parts = c.rows('programs').map(row => {
    const inputs = [c.input('numerator', `/programs/${row}/spent`), budget(row, 'denominator')]
    return { inputs, figure: c.figure({ code: 'sakip.absorption', row, formula: 'ratio.1', inputs }) }
  })
  c.figure({ code: 'sakip.budget', formula: 'sum.1', inputs: c.rows('programs').map(row => budget(row, 'pagu')) })
  const known = parts.filter(part => part.inputs.every(input => input.value !== null))
  const left = parts.filter(part => !known.includes(part)).flatMap(part => leftOut(part.figure) ?? [])
  return c.figure({ code: 'sakip.absorption', formula: 'ratio.1', inputs: known.flatMap(part => part.inputs), left })
}

/**
 * By the rule set: `difference` achievement − absorption; `saving` 100 − absorption, only where all was achieved;
 * `pmk` (budget × achievement − spent) ÷ (budget × achievement), within ±20 (PMK 22/2021), with the office's achievement for each programme.
 */
function efficiency(c: Measurement, office: Figure, absorbed: Figure): Figure {
  const code = 'sakip.efficiency'
  const achieved: Input = c.of('capaian', office)
  const spent: Input = c.of('serapan', absorbed)
  const way = c.rules.sakip.efficiency
  if (way === 'pmk') {
    const inputs = [c.of('current', absorbed), c.of('previous', office)]
    return c.figure({
      code,
      formula: 'growth.1',
      inputs,
      params: { sign: '-1' },
      cap: '20',
      floor: '-20',
      legal: 'PMK 22/2021',
    })
  }
  if (way === 'difference' || office.value === null)
    return c.figure({ code, formula: 'difference.1', inputs: [achieved, spent] })
  if (exact(office.value).round(30).lt(hundred)) {
    const left: Derivation['left'] = [{ at: achieved.at, why: 'notApplicable' }]
    return c.figure({ code, formula: 'difference.1', inputs: [], left })
  }
  return c.figure({
    code,
    formula: 'difference.1',
    inputs: [{ name: 'seluruh pagu', at: 'constant:100', value: '100' }, spent],
  })
}
