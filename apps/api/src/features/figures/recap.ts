import { loadRecap, reader, reportTypeOf } from '@sepakat/db'
import { type FormId, isPractice, kinds, periodYear, recapOf, rowsOf } from '@sepakat/rules'
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
    const loaded = await loadRecap(reader(db), { form, period, provisional })
    if (!loaded) throw invalid('/form', 'Katalog formulir ini belum terbit.')
    const { catalogue, rules, offices, notUsing, otherRules, reports } = loaded
    const pending = otherRules.filter(({ outcome }) => outcome === null)
    const { figures, at, coverage, standing } = recapOf(kind, { ...loaded, period, recomputing: pending.length > 0 })
    const groups = new Map(catalogue.groups.map(group => [group.id, group.label]))
    const own = new Map(rowsOf(catalogue, periodYear(period)).map(row => [row.id, row]))
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
      items: figures.map(figure => ({
        ...at(figure.row),
        label: kind.figures[figure.code]?.label ?? figure.code,
        rowLabel: own.get(figure.row)?.label ?? groups.get(figure.row) ?? figure.row,
        rowCode: own.get(figure.row)?.code ?? '',
        group: groups.get(own.get(figure.row)?.group ?? '') ?? '',
        offices: offices.get(figure.row || '*') ?? [],
        figure,
      })),
    }
  },
})
