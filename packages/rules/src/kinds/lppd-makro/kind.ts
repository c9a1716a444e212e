// Macro performance of the region (LPPD chapter 2.1; PP 13/2019): six indicators as Statistics Indonesia publishes them, filed
// by the office the region names.
import { placeOf } from '../../figures/placeOf.ts'
import { type ContextOf, defineKind, type RegionOf } from '../../form/defineKind.ts'
import { decimalText } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'
import { previousPeriod } from '../../periods/period.ts'
import type { Exact } from '../../types/Decimal.ts'
import type { Figure, Input } from '../../types/Figure.ts'
import type { Kind } from '../../types/Kind.ts'
import type { RowId } from '../../types/Pointer.ts'
import { farChange } from '../lppd-tahunan/farChange.ts'
import { counts, lastYearOf, lastYearsReport, legal } from '../lppd-tahunan/lppdContext.ts'
import { findings } from './findings.ts'
import { tables } from './tables.ts'

const figures = {
  'lppd.macro': { label: 'Capaian', unit: '' },
  'lppd.change': { label: 'Laju perubahan', unit: '%' },
} as const satisfies Kind['figures']

type MacroContext = ContextOf<typeof tables, typeof findings, typeof figures>
type MacroRegion = RegionOf<typeof figures>

/** Last year's number as its approved report has it. */
const approvedBefore = (c: MacroContext, row: RowId): Exact | null =>
  counts(c.source('previous')?.status) ? (c.source('previous')?.number(`/macro/${row}/current`) ?? null) : null

export const kind = defineKind({
  form: 'lppd/makro',
  title: 'Kinerja makro',
  period: 'year',
  numbered: false,
  reviewer: 'verifier',
  sources: period => ({ previous: { form: 'lppd/makro', period: previousPeriod(period) } }),
  tables,
  findings,
  figures,
  check,
  compute,
  consolidate: { of: 'indikator', by: 'indikator', counts: 'lppd.macro', compute: consolidate },
})

const shown = (value: Exact) => formatNumber(decimalText(value))

function check(c: MacroContext): void {
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

function compute(c: MacroContext): void {
  for (const row of c.rows('macro')) {
    const current = c.input('current', `/macro/${row}/current`)
    const unit = c.catalogue(row)?.unit ?? undefined
    c.figure({ code: 'lppd.macro', row, formula: 'value.1', inputs: [current], unit, legal })
    const far = farChange(rateOfChange(c, row, current), c.source('previous')?.status)
    if (far) c.find('far-from-last-year', `/macro/${row}/current`, far)
  }
}

/** (n − (n−1)) ÷ (n−1) × 100. Across a change of method the two years cannot be compared, and there is none. */
function rateOfChange(c: MacroContext, row: RowId, current: Input): Figure {
  const figure = { code: 'lppd.change', row, formula: 'growth.1' } as const
  const at = `/macro/${row}/methodChanged` as const
  if (c.cell(at) === true) return c.figure({ ...figure, inputs: [], left: [{ at, why: 'notApplicable' }] })
  return c.figure({ ...figure, inputs: [current, yearBefore(c, row)] })
}

/** From the newest publication, which may have revised it; else from last year's approved report. */
function yearBefore(c: MacroContext, row: RowId): Input {
  const typed = c.input('previous', `/macro/${row}/previous`)
  const taken = typed.state === 'empty' && approvedBefore(c, row) !== null
  return taken ? c.input('previous', `/macro/${row}/current`, { from: 'previous' }) : typed
}

// The macro figures of the region are those of the office that files them: there is nothing to add up.
const codes = ['lppd.macro', 'lppd.change'] as const

/** `lppd.macro` and `lppd.change` of every owed indicator, as frozen by its office. With several offices the region has none, and they are named. */
function consolidate(c: MacroRegion): void {
  for (const { id: row, unit } of c.rows())
    for (const code of codes) {
      const all = c.owners(row).map(office => ({ office, figure: c.counted(office, code, row) }))
      const only = all.length === 1 ? all[0]?.figure : null
      const left = all.map(({ office, figure }) => ({
        at: placeOf(office, code, row),
        why: figure ? (figure.why ?? ('no-inputs' as const)) : ('empty' as const),
      }))
      if (only) c.take(only)
      else
        c.figure({
          code,
          row,
          formula: 'value.1',
          inputs: [],
          left,
          legal,
          ...(code === 'lppd.macro' && unit && { unit }),
        })
    }
}
