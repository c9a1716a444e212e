import { decimalText } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'
import { stepsOf } from '../../scales/stepsOf.ts'
import type { Exact } from '../../types/Decimal.ts'
import type { RowId } from '../../types/Pointer.ts'
import { fits, shownMeasure, statusWords } from '../sakip-indikator/measure.ts'
import { counts, type LppdContext, lastYearOf, lastYearsReport } from './lppdContext.ts'

const shown = (value: Exact) => formatNumber(decimalText(value))

/** Findings that need no figures; odd results are reported with the figures. */
export function check(c: LppdContext): void {
  for (const row of c.rows('indicators')) {
    const formula = c.catalogue(row)?.formula
    if (c.state('indicators', row) !== null) continue
    if (formula?.kind === 'category') checkStep(c, row, formula.scale ?? '')
    if (formula?.kind === 'growth') checkYearBefore(c, row)
  }
  for (const row of c.rows('assistance')) checkBudget(c, row)
  const measurement = c.source('measurement')
  const status = statusWords(measurement?.status)
  if (!measurement) c.find('measurement-missing', '')
  if (status) c.find('measurement-not-approved', '', { status })
}

function checkStep(c: LppdContext, row: RowId, scale: string): void {
  const cell = c.cell(`/indicators/${row}/step`)
  if (!fits(cell, stepsOf(scale, c.rules.ordinals) ?? []))
    c.find('not-on-scale', `/indicators/${row}/step`, { value: shownMeasure(String(cell)) })
}

/** Last year's number comes from the approved report; a typed one names its source. */
function checkYearBefore(c: LppdContext, row: RowId): void {
  const at = `/indicators/${row}/previous` as const
  const year = lastYearOf(c)
  const previous = c.source('previous')
  const approved = counts(previous?.status) ? (previous?.number(`/indicators/${row}/current`) ?? null) : null
  const typed = c.number(at)
  if (!approved && !typed && c.number(`/indicators/${row}/current`)) c.find('previous-missing', at, { year })
  if (!approved && typed && c.text(`/indicators/${row}/previousSource`) === null)
    c.find('previous-source-missing', `/indicators/${row}/previousSource`, { year })
  if (approved && typed && !approved.eq(typed))
    c.find('previous-differs', at, { year, typed: shown(typed), approved: shown(approved), report: lastYearsReport(c) })
}

function checkBudget(c: LppdContext, row: RowId): void {
  const budget = c.number(`/assistance/${row}/budget`)
  const spent = c.number(`/assistance/${row}/spent`)
  if (budget && spent?.gt(budget))
    c.find('spent-over-budget', `/assistance/${row}/spent`, { spent: shown(spent), budget: shown(budget) })
}
