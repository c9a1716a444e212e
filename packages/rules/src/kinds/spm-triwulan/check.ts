import { decimalText, divide, hundred, zero } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'
import type { Exact } from '../../types/Decimal.ts'
import type { RowId } from '../../types/Pointer.ts'
import { isStock, type SpmContext, sameYear } from './spmContext.ts'

const shown = (value: Exact) => formatNumber(decimalText(value))
const percent = (part: Exact, whole: Exact) =>
  formatNumber(decimalText(divide(part.times(hundred), whole)), { decimals: 2 })

export function check(c: SpmContext): void {
  for (const row of c.rows('recipients')) {
    checkRecipients(c, row)
    for (const quality of c.rows('quality', row)) checkQuality(c, quality)
    for (const budget of c.rows('budget', row)) checkBudget(c, budget)
  }
}

function checkRecipients(c: SpmContext, row: RowId): void {
  if (c.state('recipients', row) === 'nil' && c.attached(`/recipients/${row}/state`) === 0) {
    c.find('nil-without-proof', `/recipients/${row}/state`)
  }
  const due = c.number(`/recipients/${row}/due`)
  const served = c.number(`/recipients/${row}/served`)
  const before = sameYear(c)
  const dueBefore = before?.number(`/recipients/${row}/due`)
  const servedBefore = before?.number(`/recipients/${row}/served`)

  if (c.state('recipients', row) === 'nil' && servedBefore?.gt(zero)) {
    c.find('nil-after-served', `/recipients/${row}/state`, { before: withUnit(c, row, servedBefore) })
  }
  if (due && dueBefore && !due.eq(dueBefore)) {
    c.find('due-changed', `/recipients/${row}/due`, { before: shown(dueBefore), now: shown(due) })
  }
  if (served && servedBefore && served.lt(servedBefore)) {
    c.find('served-fell', `/recipients/${row}/served`, { before: shown(servedBefore), now: shown(served) })
  }
  if (due?.eq(zero)) c.find('zero-due', `/recipients/${row}/due`)
  else if (due && served?.gt(due)) {
    const values = { served: shown(served), due: shown(due), percent: percent(served, due) }
    c.find('over-100', `/recipients/${row}/served`, values)
  }
}

function checkQuality(c: SpmContext, row: RowId): void {
  const required = c.number(`/quality/${row}/required`)
  const met = c.number(`/quality/${row}/met`)
  const metBefore = isStock(c, row) ? null : sameYear(c)?.number(`/quality/${row}/met`)

  const gone = goneItself(c, row)
  if (gone && metBefore?.gt(zero)) {
    c.find('nil-after-met', `/quality/${row}/state`, { declared: gone, before: withUnit(c, row, metBefore) })
  }
  if (met && metBefore && met.lt(metBefore)) {
    c.find('met-fell', `/quality/${row}/met`, { before: shown(metBefore), now: shown(met) })
  }
  if (required?.eq(zero)) c.find('zero-required', `/quality/${row}/required`)
  else if (required && met?.gt(required)) {
    const values = { met: shown(met), required: shown(required), percent: percent(met, required) }
    c.find('row-over-100', `/quality/${row}/met`, values)
  }
}

/** The row's own declared state, not one it has from its whole service, which is asked about there; '' for none. */
function goneItself(c: SpmContext, row: RowId): string {
  const state = c.state('quality', row)
  if (c.state('recipients', c.parent('quality', row) ?? '') !== null) return ''
  return state === 'nil' ? 'nihil' : state === 'notApplicable' ? 'tidak berlaku' : ''
}

const withUnit = (c: SpmContext, row: RowId, value: Exact): string =>
  [shown(value), c.catalogue(row)?.unit].filter(Boolean).join(' ')

function checkBudget(c: SpmContext, row: RowId): void {
  const budget = c.number(`/budget/${row}/after`) ?? c.number(`/budget/${row}/before`)
  const spent = c.number(`/budget/${row}/spent`)
  if (budget && spent?.gt(budget)) {
    c.find('spent-over-budget', `/budget/${row}/spent`, { spent: shown(spent), budget: shown(budget) })
  }
}
