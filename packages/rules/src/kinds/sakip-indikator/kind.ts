import { type ContextOf, defineKind } from '../../form/defineKind.ts'
import { previousPeriod } from '../../periods/period.ts'
import { scaleLabel } from '../../scales/scaleLabel.ts'
import type { RowId } from '../../types/Pointer.ts'
import { findings } from './findings.ts'
import { indicatorOf } from './indicator.ts'
import { fits, shownMeasure } from './measure.ts'
import { tables } from './tables.ts'
import { PLAN_YEARS, planYear } from './years.ts'

type Register = ContextOf<typeof tables, typeof findings, Record<never, never>>

function check(c: Register): void {
  for (const row of c.rows('indicators')) {
    checkMeasures(c, row)
    checkMain(c, row)
    if (
      c.cell(`/indicators/${row}/agreed`) === true &&
      !c.rows('objectives').includes(c.parent('indicators', row) ?? '')
    )
      c.find('agreed-without-objective', `/indicators/${row}/agreed`)
  }
}

function checkMeasures(c: Register, row: RowId): void {
  const scale = c.text(`/indicators/${row}/scale`)
  const { steps } = indicatorOf(c, row, c.rules)
  if (steps?.length === 0) {
    c.find('scale-unreadable', `/indicators/${row}/scale`, { scale: scale ?? '' })
    return
  }
  if (steps && c.text(`/indicators/${row}/quarterly`) === 'sum') c.find('sum-of-steps', `/indicators/${row}/quarterly`)
  const fields = ['base', ...PLAN_YEARS.flatMap(n => [`renstra${n}`, `iku${n}`] as const)] as const
  for (const field of fields) {
    const cell = c.cell(`/indicators/${row}/${field}`)
    if (!fits(cell, steps))
      c.find('not-on-scale', `/indicators/${row}/${field}`, {
        value: shownMeasure(String(cell)),
        scale: scaleLabel(scale ?? ''),
      })
  }
}

function checkMain(c: Register, row: RowId): void {
  if (c.cell(`/indicators/${row}/iku`) !== true) return
  for (const n of PLAN_YEARS) {
    const target = c.text(`/indicators/${row}/iku${n}`)
    const renstra = c.text(`/indicators/${row}/renstra${n}`)
    const year = String(c.scope.plan.from + Number(n) - 1)
    if (target !== null && renstra !== null && target !== renstra)
      c.find('differs-from-renstra', `/indicators/${row}/iku${n}`, {
        year,
        target: shownMeasure(target),
        renstra: shownMeasure(renstra),
      })
    if (target === null && n === planYear(c.scope))
      c.find('main-without-target', `/indicators/${row}/iku${n}`, { year })
  }
}

export const kind = defineKind({
  form: 'sakip/indikator',
  title: 'Indikator kinerja (Renstra dan IKU)',
  period: 'year',
  numbered: false,
  order: 1,
  reviewer: 'verifier',
  sources: period => ({ previous: { form: 'sakip/indikator', period: previousPeriod(period) } }),
  tables,
  tree: {
    tables: ['goals', 'objectives', 'indicators'],
    columns: [{ field: 'unit' }, { field: 'base' }, ...PLAN_YEARS.map(year => ({ field: `renstra${year}` }))],
  },
  findings,
  figures: {},
  check,
  compute: () => {},
  // What it lists is each office's own: only how much of it is filled in is a figure of all.
  consolidate: { of: 'perangkat daerah', by: 'perangkat daerah', counts: 'completeness', compute: () => {} },
})
