import type { Branch, FigureRow, FrozenNames, LoadedRecap } from '@sepakat/db'
import { type Figure, type Kind, type PeriodKey, periodYear, type Recap, recapLabels, rowsOf } from '@sepakat/rules'

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

/** Of the figures of offices that one of the region is made of so many are listed: an answer must not grow with the number of offices. */
const mostListed = 200
const ofOffice = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:figure:/

const listed = <T extends { at: string }>(all: readonly T[]): T[] => {
  let n = 0
  return all.filter(({ at }) => !ofOffice.test(at) || ++n <= mostListed)
}

/** A figure with the first of the offices that it is made of, and how many more there are of what is listed. */
const withListed = (figure: Figure): { figure: Figure; more: number } => {
  const { derivation } = figure
  const [inputs, left] = [listed(derivation.inputs), listed(derivation.left)]
  const more = derivation.inputs.length + derivation.left.length - inputs.length - left.length
  return more === 0 ? { figure, more } : { figure: { ...figure, derivation: { ...derivation, inputs, left } }, more }
}

/** A recap as it is sent: rows are called as the newest revisions call them, those that none has as the catalogue of now does. */
export const recapView = (
  {
    kind,
    period,
    branch,
    only,
  }: {
    kind: Kind
    period: PeriodKey
    branch: Branch['office'] | null
    /** One figure alone, with all that it is made of; null: all figures. */
    only: { code: string; row: string } | null
  },
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
    items: figures
      .filter(({ code, row }) => only === null || (only.code === code && only.row === row))
      .map(figure => ({
        ...of(figure),
        label: called[figure.code] ?? figure.code,
        rowLabel: nameOf(figure.row),
        rowCode: own.get(figure.row)?.code ?? '',
        group: nameOf(own.get(figure.row)?.group ?? ''),
        offices: offices.get(figure.row === '' ? '*' : rootOf(figure.row)) ?? [],
        ...(only === null ? withListed(figure) : { figure, more: 0 }),
      })),
  }
}
