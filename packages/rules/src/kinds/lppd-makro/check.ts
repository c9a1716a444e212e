import { decimalText } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'
import type { Exact } from '../../types/Decimal.ts'
import type { RowId } from '../../types/Pointer.ts'
import { lastYearOf, lastYearsReport } from '../lppd-tahunan/lppdContext.ts'
import { approvedBefore, type MacroContext } from './macroContext.ts'

const shown = (value: Exact) => formatNumber(decimalText(value))

export function check(c: MacroContext): void {
  for (const row of c.rows('macro')) {
    if (c.state('macro', row) !== null) continue
    checkPrevious(c, row)
    const unexplained = c.text(`/macro/${row}/note`) === null
    if (c.cell(`/macro/${row}/methodChanged`) === true && unexplained)
      c.find('method-unexplained', `/macro/${row}/note`)
  }
}

function checkPrevious(c: MacroContext, row: RowId): void {
  const at = `/macro/${row}/previous` as const
  const year = lastYearOf(c)
  const typed = c.number(at)
  const approved = approvedBefore(c, row)
  if (!typed && !approved && c.number(`/macro/${row}/current`)) c.find('previous-missing', at, { year })
  if (typed && approved && !typed.eq(approved))
    c.find('previous-differs', at, { year, typed: shown(typed), approved: shown(approved), report: lastYearsReport(c) })
}
