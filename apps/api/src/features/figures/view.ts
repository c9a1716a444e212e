import type { Branch, FigureRow, FrozenNames, LoadedRecap } from '@sepakat/db'
import { type Kind, type PeriodKey, periodYear, type Recap, recapLabels, rowsOf } from '@sepakat/rules'

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
  { kind, period, branch }: { kind: Kind; period: PeriodKey; branch: Branch['office'] | null },
  { catalogue, rules, offices, notUsing, otherRules, reports, names }: LoadedRecap,
  { figures, of, labels, coverage, standing }: Recap,
) => {
  const own = new Map(rowsOf(catalogue, periodYear(period)).map(row => [row.id, row]))
  const today = new Map([...catalogue.groups, ...own.values()].map(({ id, label }) => [id, label]))
  /** Offices are known by root rows: a line below one is owed by those that owe its root. */
  const rootOf = (id: string): string => {
    const parent = own.get(id)?.parent
    return parent === undefined ? id : rootOf(parent)
  }
  const nameOf = (row: string) => labels.get(row) ?? names.rows.get(row) ?? today.get(row) ?? row
  const called = recapLabels(kind, names.figures, { branch: branch !== null })
  return {
    form: kind.form,
    period,
    branch,
    ruleSet: rules.id,
    coverage,
    standing,
    notUsing,
    recomputing: otherRules.filter(({ outcome }) => outcome === null).length,
    unlike: otherRules.filter(({ outcome }) => outcome === 'unlike'),
    reports,
    names: called,
    items: figures.map(figure => ({
      ...of(figure),
      label: called[figure.code] ?? figure.code,
      rowLabel: nameOf(figure.row),
      rowCode: own.get(figure.row)?.code ?? '',
      group: nameOf(own.get(figure.row)?.group ?? ''),
      offices: offices.get(figure.row === '' ? '*' : rootOf(figure.row)) ?? [],
      figure,
    })),
  }
}
