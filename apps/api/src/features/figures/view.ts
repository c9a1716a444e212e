import type { Branch, FigureRow, FrozenNames, LoadedRecap } from '@sepakat/db'
import { type FormId, type PeriodKey, periodYear, type Recap, rowsOf } from '@sepakat/rules'

/** A figure as it is sent, called as its revision calls it. */
export const figureView = (row: FigureRow, { rows, figures }: FrozenNames) => ({
  office: { id: row.officeId, name: row.name, shortName: row.shortName },
  form: row.form,
  period: row.period,
  submission: row.submission,
  revision: row.n,
  standing: row.standing,
  label: figures[row.code] ?? row.code,
  rowLabel: row.row === '' ? '' : (rows.get(row.row) ?? row.row),
  figure: row,
})

/** A recap as it is sent: rows are called as the newest revisions call them, those that none has as the catalogue of now does. */
export const recapView = (
  { form, period, branch }: { form: FormId; period: PeriodKey; branch: Branch['office'] | null },
  { catalogue, rules, offices, notUsing, otherRules, reports, names }: LoadedRecap,
  { figures, at, labels, coverage, standing }: Recap,
) => {
  const own = new Map(rowsOf(catalogue, periodYear(period)).map(row => [row.id, row]))
  const today = new Map([...catalogue.groups, ...own.values()].map(({ id, label }) => [id, label]))
  const nameOf = (row: string) => labels.get(row) ?? names.rows.get(row) ?? today.get(row) ?? row
  return {
    form,
    period,
    branch,
    ruleSet: rules.id,
    coverage,
    standing,
    notUsing,
    recomputing: otherRules.filter(({ outcome }) => outcome === null).length,
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
}
