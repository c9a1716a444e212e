import { decimalText } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'
import type { Exact } from '../../types/Decimal.ts'
import type { RowId } from '../../types/Pointer.ts'
import { type Indicator, indicatorOf } from '../sakip-indikator/indicator.ts'
import { fits, shownMeasure, statusWords } from '../sakip-indikator/measure.ts'
import { EARLIER } from './earlierYears.ts'
import type { PerformanceReport } from './PerformanceReport.ts'

const shown = (value: Exact) => formatNumber(decimalText(value))

export function check(c: PerformanceReport): void {
  if (c.rows('objectives').length === 0) c.find('agreement-missing', '')
  const agreement = statusWords(c.source('agreement')?.status)
  if (agreement) c.find('agreement-not-approved', '', { status: agreement })
  const measurement = c.source('tw4')
  const measured = statusWords(measurement?.status)
  if (!measurement) c.find('measurement-missing', '')
  else if (measured) c.find('measurement-not-approved', '', { status: measured })
  for (const row of c.rows('indicators')) checkIndicator(c, row)
  for (const row of c.rows('programs')) checkProgram(c, row)
}

function checkIndicator(c: PerformanceReport, row: RowId): void {
  const register = c.source('register')
  const { steps } = indicatorOf(register, row, c.rules)
  const scale = register?.text(`/indicators/${row}/scale`) ?? ''
  for (const field of ['final', 'national', ...EARLIER.map(back => `earlier${back}` as const)] as const) {
    const cell = c.cell(`/indicators/${row}/${field}`)
    if (!fits(cell, steps))
      c.find('not-on-scale', `/indicators/${row}/${field}`, { value: shownMeasure(String(cell)), scale })
  }
  checkFinal(c, row, steps)
  const hasNational = c.cell(`/indicators/${row}/national`) !== undefined
  if (hasNational && c.text(`/indicators/${row}/nationalSource`) === null)
    c.find('national-without-source', `/indicators/${row}/nationalSource`)
}

/** The year must have a value; one typed instead of the quarters' needs a reason. */
function checkFinal(c: PerformanceReport, row: RowId, steps: Indicator['steps']): void {
  const at = `/indicators/${row}/final` as const
  const final = c.text(at)
  const told = c.source('tw4')?.figure(`sakip.realization/${row}`)
  const quarter = told?.value ?? null
  if (c.cell(at) === undefined && quarter === null) c.find('not-realized', at)
  const value = steps ? (steps.find(step => step.id === final)?.value ?? null) : final
  if (final === null || value === null || quarter === null || value === quarter) return
  c.find('differs-from-quarter', at, { final: shownMeasure(final), quarter: told?.band?.id ?? shownMeasure(quarter) })
}

function checkProgram(c: PerformanceReport, row: RowId): void {
  const spent = c.number(`/programs/${row}/spent`)
  const budget = c.source('agreement')?.number(`/programs/${row}/budget`)
  if (spent && budget && spent.gt(budget))
    c.find('spent-over-budget', `/programs/${row}/spent`, { spent: shown(spent), budget: shown(budget) })
}
