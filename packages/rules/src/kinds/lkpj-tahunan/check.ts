import { decimalText, divide, exact, hundred, zero } from '../../numbers/decimal.ts'
import { formatExact, formatNumber } from '../../numbers/formatNumber.ts'
import type { RowId } from '../../types/Pointer.ts'
import { type CodedTable, codeShapes, isWithin } from './codes.ts'
import { type Lkpj, stepOf } from './figures.ts'

export function check(c: Lkpj): void {
  checkCodes(c, 'programs', 'program')
  checkCodes(c, 'activities', 'activity', 'programs')
  checkCodes(c, 'subactivities', 'subactivity', 'activities')
  for (const row of c.rows('subactivities')) {
    checkSpent(c, row)
    checkProblem(c, row)
  }
  checkIndicators(c)
  for (const row of c.rows('assistance')) {
    const budget = c.number(`/assistance/${row}/budget`)
    const spent = c.number(`/assistance/${row}/spent`)
    if (budget && spent?.gt(budget))
      c.find('assistance-spent-over-budget', `/assistance/${row}/spent`, {
        spent: formatExact(spent),
        budget: formatExact(budget),
      })
  }
}

/** Beyond this multiple of the target it is more likely money, or another unit. A choice of this program: no regulation names a bound. */
const far = exact('10')

/** The shape of each code, that it is unique (per executing unit), and under the code of its parent row. */
function checkCodes(
  c: Lkpj,
  table: CodedTable,
  word: 'program' | 'activity' | 'subactivity',
  above?: 'programs' | 'activities',
): void {
  const seen = new Set<string>()
  for (const row of c.rows(table)) {
    const at = `/${table}/${row}/code` as const
    const code = c.text(at)
    if (code === null) continue
    if (!codeShapes[table].test(code)) c.find(`${word}-code-shape`, at, { code })
    const executor = table === 'subactivities' ? (c.text(`/subactivities/${row}/executor`) ?? '') : ''
    const key = `${code} ${executor.trim().toLowerCase()}`
    if (seen.has(key)) c.find(`${word}-code-twice`, at, { code })
    seen.add(key)
    const parent = above && c.text(`/${above}/${c.parent(table, row) ?? ''}/code`)
    if (parent && word !== 'program' && !isWithin(code, parent))
      c.find(`${word}-code-outside`, at, { code, above: parent })
  }
}

function checkSpent(c: Lkpj, row: RowId): void {
  const budget = c.number(`/subactivities/${row}/after`) ?? c.number(`/subactivities/${row}/before`)
  const spent = c.number(`/subactivities/${row}/spent`)
  if (budget && spent?.gt(budget))
    c.find('spent-over-budget', `/subactivities/${row}/spent`, {
      spent: formatExact(spent),
      budget: formatExact(budget),
    })
}

function checkProblem(c: Lkpj, row: RowId): void {
  const problem = c.text(`/subactivities/${row}/problem`)
  const missed = c.rows('indicators', row).some(indicator => {
    const { target, realization } = measuresOf(c, indicator)
    return target && realization?.lt(target)
  })
  if (missed && problem === null) c.find('problem-missing', `/subactivities/${row}/problem`)
  if (problem !== null && c.text(`/subactivities/${row}/remedy`) === null)
    c.find('remedy-missing', `/subactivities/${row}/remedy`)
}

const measuresOf = (c: Lkpj, row: RowId) => ({
  target: c.number(`/indicators/${row}/target`),
  realization: c.number(`/indicators/${row}/realization`),
})

function checkIndicators(c: Lkpj): void {
  let without = 0
  for (const row of c.rows('indicators')) {
    const { target, realization } = measuresOf(c, row)
    const step = stepOf(c, row)
    if (step) c.find('step-not-counted', `/indicators/${row}/${step.field}`, { step: step.step })
    if (c.cell(`/indicators/${row}/target`) === undefined) without += 1
    if (target?.eq(zero)) c.find('zero-target', `/indicators/${row}/target`)
    else if (target?.gt(zero) && realization?.gt(target))
      c.find(realization.gt(target.times(far)) ? 'far-over-target' : 'over-target', `/indicators/${row}/realization`, {
        realization: formatExact(realization),
        target: formatExact(target),
        percent: formatNumber(decimalText(divide(realization.times(hundred), target)), { decimals: 2 }),
      })
  }
  if (without > 0) c.find('without-target', '', { count: String(without) })
}
