import { stepScale } from '../../scales/stepsOf.ts'
import type { Figure } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import { indicatorOf } from '../sakip-indikator/indicator.ts'
import { achievementOf } from './achievementFormula.ts'
import { countedQuarters } from './countedQuarters.ts'
import { efficiencyOf } from './efficiencyOf.ts'
import { averaged, leftOut, meanOf, officeMean } from './meanOf.ts'
import type { Measurement } from './measurement.ts'

export function compute(c: Measurement): void {
  const achievements = new Map(c.rows('indicators').map(row => [row, achievement(c, row)]))
  const objectives = c.rows('objectives').flatMap(row => {
    const own = c.rows('indicators', row).map(indicator => achievements.get(indicator)!)
    return own.length === 0 ? [] : [meanOf(c, 'sakip.objective', row, own, averaged(c))]
  })
  const office = officeMean(c, objectives, [...achievements.values()])
  efficiencyOf(c, '', office, absorption(c))
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
  return c.figure({ code: 'sakip.achievement', row, ...by, cap, floor, band: scale, legal: 'PermenPANRB 53/2014' })
}

/** Spending over budget, per programme and in all; a programme without data is left out of the whole and named. */
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
