import { loadRecap, snapshot } from '@sepakat/db'
import { type FormId, isPractice, kinds, periodYear, recapOf, reportTypeOf, rowsOf } from '@sepakat/rules'
import { requireReportTypes } from '../../http/acting.ts'
import { fitsPeriod } from '../../http/fits-period.ts'
import { invalid } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

export const recapHandlers = handlers({
  'GET /recap': async ({ query, actor, db }) => {
    const { period, provisional = false } = query
    const form = query.form as FormId
    requireReportTypes(actor, [reportTypeOf(form)])
    const kind = kinds[form]
    if (!kind?.consolidate) throw invalid('/form', 'Formulir ini tidak direkapitulasi untuk seluruh daerah.')
    fitsPeriod(kind, period)
    if (isPractice(period)) throw invalid('/period', 'Angka masa latihan tidak pernah direkapitulasi.')
    const loaded = await snapshot(db, tx => loadRecap(tx, { form, period, provisional }))
    if (!loaded) throw invalid('/form', 'Katalog formulir ini belum terbit.')
    const { catalogue, rules, offices, notUsing, otherRules, reports, names } = loaded
    const pending = otherRules.filter(({ outcome }) => outcome === null)
    const { figures, at, coverage, standing } = recapOf(kind, { ...loaded, period, otherRules: otherRules.length > 0 })
    const own = new Map(rowsOf(catalogue, periodYear(period)).map(row => [row.id, row]))
    const today = new Map([...catalogue.groups, ...own.values()].map(({ id, label }) => [id, label]))
    const nameOf = (row: string) => names.rows.get(row) ?? today.get(row) ?? row
    return {
      form,
      period,
      ruleSet: rules.id,
      coverage,
      standing,
      notUsing,
      recomputing: pending.length,
      unlike: otherRules.filter(({ outcome }) => outcome === 'unlike'),
      reports,
      names: names.figures,
      items: figures.map(figure => ({
        ...at(figure.row),
        label: names.figures[figure.code] ?? figure.code,
        rowLabel: nameOf(figure.row),
        rowCode: own.get(figure.row)?.code ?? '',
        group: nameOf(own.get(figure.row)?.group ?? ''),
        offices: offices.get(figure.row || '*') ?? [],
        figure,
      })),
    }
  },
})
