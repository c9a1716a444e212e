import { stepScale } from '../../scales/stepsOf.ts'
import type { Figure, Input } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import { type Indicator, indicatorOf } from '../sakip-indikator/indicator.ts'
import { measured } from '../sakip-indikator/measure.ts'
import { achievementOf } from './achievementFormula.ts'
import { efficiencyOf } from './efficiencyOf.ts'
import { averaged, leftOut, meanOf, officeMean } from './meanOf.ts'
import { type Measurement, type Quarter, quarterOf, quartersTo } from './measurement.ts'

interface Counted {
  realizations: Input[]
  targets: Input[]
}

/**
 * The quarters an achievement uses, each with its own target: every filled one where they are summed, else the last filled.
 * With none filled, this quarter's empty cell is the input and gives the reason.
 */
function countedQuarters(c: Measurement, row: RowId, { quarterly, steps }: Indicator): Counted {
  const now = quarterOf(c.scope.period)
  const at = `/indicators/${row}/realization` as const
  const realized = (quarter: Quarter): Input => {
    const earlier = c.source(quarter)
    if (quarter === now) return measured(c.input('realisasi', at), c.cell(at), steps)
    return measured(c.input('realisasi', at, { from: quarter }), earlier?.cell(at), steps)
  }
  const target = (quarter: Quarter): Input => {
    const place = `/indicators/${row}/${quarter}` as const
    return measured(c.input('target', place, { from: 'agreement' }), c.source('agreement')?.cell(place), steps)
  }
  const all = quartersTo(c.scope.period).map(quarter => ({ quarter, realization: realized(quarter) }))
  const unread = all.filter(one => one.realization.state === 'unread')
  const filled = all.filter(one => one.realization.value !== null || unread.includes(one))
  const counted = filled.length === 0 ? all.slice(-1) : quarterly === 'sum' ? filled : filled.slice(-1)
  return { realizations: counted.map(one => one.realization), targets: counted.map(one => target(one.quarter)) }
}

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
