import type { Figure, Input } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import { type Indicator, indicatorOf } from '../sakip-indikator/indicator.ts'
import { measured } from '../sakip-indikator/measure.ts'
import { achievementOf } from '../sakip-pengukuran-triwulan/achievementFormula.ts'
import { averaged, meanOf, officeMean } from '../sakip-pengukuran-triwulan/meanOf.ts'
import { computeMoney } from './computeMoney.ts'
import { EARLIER, type Earlier, sourceOf } from './earlierYears.ts'
import type { PerformanceReport } from './PerformanceReport.ts'
import { stepBand, told, typed } from './realized.ts'

/** Realization and achievement of earlier years, and the change since the last: of each year with data. */
function computeEarlier(c: PerformanceReport, row: RowId, indicator: Indicator, now: Figure): void {
  const { unit } = indicator
  for (const back of EARLIER) {
    const from = sourceOf(back)
    const reported = isReported(c, row, back)
    const then = reported ? told(c, row, from, 'sakip.realization') : typed(c, row, `earlier${back}`, indicator)
    if (then === null) continue
    const realization = c.figure({ code: `sakip.realization${back}`, row, formula: 'value.1', ...then, unit })
    if (reported) {
      const achievement = told(c, row, from, 'sakip.achievement')
      c.figure({ code: `sakip.achievement${back}`, row, formula: 'value.1', ...achievement })
    }
    if (back === '1') {
      const inputs = [c.of('sekarang', now), c.of('sebelumnya', realization)]
      c.figure({ code: 'sakip.change', row, formula: 'difference.1', inputs, unit })
    }
  }
}

const isReported = (c: PerformanceReport, row: RowId, back: Earlier): boolean =>
  c.source(sourceOf(back))?.figure(`sakip.realization/${row}`) != null

const legal = 'PermenPANRB 53/2014'

export function compute(c: PerformanceReport): void {
  const achievements = new Map(c.rows('indicators').map(row => [row, indicatorFigures(c, row)]))
  const objectives = c.rows('objectives').flatMap(row => {
    const own = c.rows('indicators', row).map(indicator => achievements.get(indicator)!)
    return own.length === 0 ? [] : [meanOf(c, 'sakip.objective', row, own, averaged(c))]
  })
  computeMoney(c, objectives, officeMean(c, objectives, [...achievements.values()]))
}

/** The numbers for the analyses of one indicator. */
function indicatorFigures(c: PerformanceReport, row: RowId): Figure {
  const indicator = indicatorOf(c.source('register'), row, c.rules)
  const { unit, steps } = indicator
  // A number that came in after the fourth quarter, else the result of the quarters.
  const realized = typed(c, row, 'final', indicator) ?? told(c, row, 'tw4', 'sakip.realization')
  const realization = c.figure({ code: 'sakip.realization', row, formula: 'value.1', ...realized, unit })
  const at = `/indicators/${row}/target` as const
  const agreed = measured(c.input('target', at, { from: 'agreement' }), c.source('agreement')?.cell(at), steps)
  const band = stepBand(indicator)
  const target = c.figure({ code: 'sakip.target', row, formula: 'value.1', inputs: [agreed], unit, band })
  const achievement = against(c, 'sakip.achievement', row, indicator, realization, name => c.of(name, target))
  computeEarlier(c, row, indicator, realization)
  midTerm(c, row, indicator, realization)
  national(c, row, indicator, realization)
  return achievement
}

/** The realization against another value than the target of the year, by the indicator's formula. */
function against(
  c: PerformanceReport,
  code: 'sakip.achievement' | 'sakip.midTerm' | 'sakip.national',
  row: RowId,
  indicator: Indicator,
  realization: Figure,
  target: (name: string) => Input,
): Figure {
  const by = achievementOf(indicator, (side, name) => (side === 'realization' ? c.of(name, realization) : target(name)))
  const { floor, scale } = c.rules.sakip
  return c.figure({ code, row, ...by, cap: indicator.cap, floor, band: scale, legal })
}

/** Against the target of the plan's last year. */
function midTerm(c: PerformanceReport, row: RowId, indicator: Indicator, realization: Figure): void {
  const at = `/indicators/${row}/renstra5` as const
  const cell = c.source('register')?.cell(at)
  if (cell === undefined) return
  const target = (name: string) => measured(c.input(name, at, { from: 'register' }), cell, indicator.steps)
  against(c, 'sakip.midTerm', row, indicator, realization, target)
}

function national(c: PerformanceReport, row: RowId, indicator: Indicator, realization: Figure): void {
  const at = `/indicators/${row}/national` as const
  const cell = c.cell(at)
  if (cell === undefined) return
  const target = (name: string) => measured(c.input(name, at), cell, indicator.steps)
  against(c, 'sakip.national', row, indicator, realization, target)
}
