import { decimalText } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'
import type { Exact } from '../../types/Decimal.ts'
import type { RowId } from '../../types/Pointer.ts'
import { indicatorOf } from '../sakip-indikator/indicator.ts'
import { fits, shownMeasure, statusWords } from '../sakip-indikator/measure.ts'
import { type Measurement, quarterOf, quartersTo } from './measurement.ts'

const shown = (value: Exact) => formatNumber(decimalText(value))

export function check(c: Measurement): void {
  if (c.rows('indicators').length === 0) c.find('agreement-missing', '')
  const status = statusWords(c.source('agreement')?.status)
  if (status) c.find('agreement-not-approved', '', { status })
  for (const row of c.rows('indicators')) checkIndicator(c, row)
  for (const row of c.rows('programs')) checkProgram(c, row)
}

function checkIndicator(c: Measurement, row: RowId): void {
  const cell = c.cell(`/indicators/${row}/realization`)
  if (cell === undefined) return
  const register = c.source('register')
  const { steps } = indicatorOf(register, row, c.rules)
  const scale = register?.text(`/indicators/${row}/scale`) ?? ''
  if (!fits(cell, steps))
    c.find('not-on-scale', `/indicators/${row}/realization`, { value: shownMeasure(String(cell)), scale })
  const target = c.source('agreement')?.cell(`/indicators/${row}/${quarterOf(c.scope.period)}`)
  if (target === undefined) c.find('no-quarter-target', `/indicators/${row}/realization`)
}

function checkProgram(c: Measurement, row: RowId): void {
  const spent = c.number(`/programs/${row}/spent`)
  if (!spent) return
  const budget = c.source('agreement')?.number(`/programs/${row}/budget`)
  if (budget && spent.gt(budget))
    c.find('spent-over-budget', `/programs/${row}/spent`, { spent: shown(spent), budget: shown(budget) })
  const [last] = quartersTo(c.scope.period).slice(0, -1).reverse()
  const before = last && c.source(last)?.number(`/programs/${row}/spent`)
  if (before && spent.lt(before))
    c.find('spent-fell', `/programs/${row}/spent`, { spent: shown(spent), before: shown(before) })
}
