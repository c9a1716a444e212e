import { type ContextOf, defineKind } from '../../form/defineKind.ts'
import { decimalText, zero } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'
import type { Exact } from '../../types/Decimal.ts'
import type { RowId } from '../../types/Pointer.ts'
import { indicatorOf } from '../sakip-indikator/indicator.ts'
import { fits, measured, shownMeasure, statusWords } from '../sakip-indikator/measure.ts'
import { planYear } from '../sakip-indikator/years.ts'
import { togetherOf } from '../sakip-pengukuran-triwulan/togetherOf.ts'
import { findings } from './findings.ts'
import { tables } from './tables.ts'

const figures = { 'sakip.target': { label: 'Target', unit: '' }, 'sakip.budget': { label: 'Pagu', unit: 'Rp' } }
type Agreement = ContextOf<typeof tables, typeof findings, typeof figures>

const QUARTERS = ['tw1', 'tw2', 'tw3', 'tw4'] as const
const shown = (value: Exact) => formatNumber(decimalText(value))

function check(c: Agreement): void {
  checkDocument(c)
  const register = c.source('register')
  if (c.rows('indicators').length === 0) c.find('register-missing', '')
  const status = statusWords(register?.status)
  if (status) c.find('register-not-approved', '', { status })
  for (const row of c.rows('indicators')) {
    checkScale(c, row)
    checkAgainstRegister(c, row)
    checkQuarters(c, row)
  }
}

function checkDocument(c: Agreement): void {
  for (const row of c.rows('document')) {
    if ((c.scope.number ?? 1) > 1 && c.text(`/document/${row}/reason`) === null)
      c.find('reason-required', `/document/${row}/reason`)
    if (!hasScan(c, row)) c.find('scan-missing', `/document/${row}/date`)
  }
}

/** Attached to the row, or to any of its cells. */
const hasScan = (c: Agreement, row: RowId): boolean =>
  [
    `/document/${row}` as const,
    ...Object.keys(tables.document.fields).map(field => `/document/${row}/${field}` as const),
  ].some(at => c.attached(at) > 0)

function checkScale(c: Agreement, row: RowId): void {
  const register = c.source('register')
  const { steps } = indicatorOf(register, row, c.rules)
  const scale = register?.text(`/indicators/${row}/scale`) ?? ''
  for (const field of ['target', ...QUARTERS] as const) {
    const cell = c.cell(`/indicators/${row}/${field}`)
    if (!fits(cell, steps))
      c.find('not-on-scale', `/indicators/${row}/${field}`, { value: shownMeasure(String(cell)), scale })
  }
}

function checkAgainstRegister(c: Agreement, row: RowId): void {
  const register = c.source('register')
  const year = planYear({ plan: register?.plan ?? c.scope.plan, period: c.scope.period })
  const target = c.text(`/indicators/${row}/target`)
  if (!register || !year || target === null) return
  const renstra = register.text(`/indicators/${row}/renstra${year}`)
  if (renstra !== null && renstra !== target)
    c.find('differs-from-renstra', `/indicators/${row}/target`, {
      target: shownMeasure(target),
      other: shownMeasure(renstra),
    })
  const iku = indicatorOf(register, row, c.rules).main ? register.text(`/indicators/${row}/iku${year}`) : null
  if (iku !== null && iku !== target)
    c.find('differs-from-iku', `/indicators/${row}/target`, {
      target: shownMeasure(target),
      other: shownMeasure(iku),
    })
}

/** Summed quarters must add up to the target of the year; a position must end there. Checked once the fourth quarter has a target. */
function checkQuarters(c: Agreement, row: RowId): void {
  const { quarterly, steps } = indicatorOf(c.source('register'), row, c.rules)
  const target = c.text(`/indicators/${row}/target`)
  const last = c.text(`/indicators/${row}/tw4`)
  if (target === null || last === null) return
  if (quarterly === 'last') {
    if (last !== target)
      c.find('quarters-differ-from-target', `/indicators/${row}/tw4`, {
        quarterly,
        quarters: shownMeasure(last),
        target: shownMeasure(target),
      })
    return
  }
  const year = c.number(`/indicators/${row}/target`)
  const quarters = QUARTERS.map(field => c.number(`/indicators/${row}/${field}`) ?? zero)
  const sum = quarters.reduce((total, quarter) => total.plus(quarter), zero)
  if (steps === null && year && !sum.eq(year))
    c.find('quarters-differ-from-target', `/indicators/${row}/tw4`, {
      quarterly,
      quarters: shown(sum),
      target: shown(year),
    })
}

function compute(c: Agreement): void {
  for (const row of c.rows('indicators')) {
    const { steps, unit } = indicatorOf(c.source('register'), row, c.rules)
    const at = `/indicators/${row}/target` as const
    const target = measured(c.input('target', at), c.cell(at), steps)
    c.figure({ code: 'sakip.target', row, formula: 'value.1', inputs: [target], unit })
  }
  const budgets = c.rows('programs').map(row => c.input('pagu', `/programs/${row}/budget`))
  c.figure({ code: 'sakip.budget', formula: 'sum.1', inputs: budgets })
}

export const kind = defineKind({
  form: 'sakip/perjanjian-kinerja',
  title: 'Perjanjian Kinerja',
  period: 'year',
  numbered: { reason: '/document/document/reason' },
  order: 2,
  reviewer: 'verifier',
  signed: true,
  papers: { 'perjanjian-kinerja': 'naskah perjanjian kinerja' },
  headSigns: 'perjanjian-kinerja',
  sources: period => ({ register: { form: 'sakip/indikator', period, first: true } }),
  tables,
  findings,
  figures,
  check,
  compute,
  consolidate: {
    of: 'perangkat daerah',
    by: 'perangkat daerah',
    counts: 'completeness',
    // Targets of different indicators are not added; what was agreed to spend is.
    compute: c =>
      void c.figure({ code: 'sakip.budget', formula: 'sum.1', ...togetherOf(c, 'sakip.budget', '', 'pagu') }),
  },
})
