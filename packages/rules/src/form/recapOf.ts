import { rowsOf } from '../catalogue/rowsOf.ts'
import { groupBy } from '../grouping/groupBy.ts'
import { periodYear } from '../periods/period.ts'
import type { Catalogue, CatalogueRow, CountedFigure, Figure, Kind, PeriodKey, RowId, RuleSet } from '../types.ts'
import { figureWriter } from './figureWriter.ts'

export interface RecapOf {
  period: PeriodKey
  rules: RuleSet
  catalogue: Catalogue
  /** By root row, `*` for the whole form: the offices that owe it in the year of the period. */
  owners: ReadonlyMap<RowId, readonly string[]>
  counted: readonly CountedFigure[]
}
export interface Recap {
  /** In the order the kind made them; the region's own have the row `''`. */
  figures: Figure[]
  /** Provisional as soon as one figure it is made from is. */
  standing: CountedFigure['standing']
  /** The rows that offices owe, those all of whose owners reported them, and of these the ones approved; offices where they owe the form whole. */
  rows: { owed: number; reported: number; approved: number }
}

/** The figures of the whole region for a form and period, beside how much they are made from. @throws where the form has none */
export function recapOf(kind: Kind, { period, rules, catalogue, owners, counted }: RecapOf): Recap {
  if (!kind.consolidate) throw new Error(`${kind.form} has no recap`)
  const ownersOf = (row: RowId) => owners.get(row) ?? []
  const under = groupBy(rowsOf(catalogue, periodYear(period)), row => row.parent)
  const owed = (under.get(undefined) ?? []).filter(row => ownersOf(row.id).length > 0)
  const known = new Map(counted.map(one => [`${one.office} ${one.figure.code} ${one.figure.row}`, one.figure]))
  const rowsOfOffice = groupBy(counted, one => `${one.office} ${one.figure.code}`)
  const figures: Figure[] = []
  kind.consolidate.compute({
    ...figureWriter(kind, rules, period, figures),
    rules,
    period,
    groups: catalogue.groups,
    rows: parent => (parent === undefined ? owed : (under.get(parent) ?? [])),
    owners: ownersOf,
    counted: (office, code, row) => known.get(`${office} ${code} ${row}`) ?? null,
    countedRows: (office, code) => rowsOfOffice.get(`${office} ${code}`)?.map(one => one.figure.row) ?? [],
    take(figure) {
      figures.push(figure)
      return figure
    },
  })
  const whole = ownersOf('*')
  const ofOwners = counted.filter(({ office, figure }) => [...whole, ...ownersOf(figure.row)].includes(office))
  return {
    figures,
    standing: ofOwners.some(isProvisional) ? 'provisional' : 'final',
    rows: whole.length > 0 ? officesIn(whole, ofOwners) : rowsIn(owed, ownersOf, ofOwners, figures),
  }
}

/** Of a form that offices file whole: how many of them owe it, reported it, and had it approved. */
function officesIn(owed: readonly string[], counted: CountedFigure[]): Recap['rows'] {
  const from = groupBy(counted, one => one.office)
  const reported = owed.filter(office => from.has(office))
  const approved = reported.filter(office => !from.get(office)?.some(isProvisional))
  return { owed: owed.length, reported: reported.length, approved: approved.length }
}

function rowsIn(
  owed: CatalogueRow[],
  ownersOf: (row: RowId) => readonly string[],
  counted: CountedFigure[],
  figures: Figure[],
): Recap['rows'] {
  const missing = new Set(figures.filter(lacksSome).map(({ row }) => row))
  const from = groupBy(counted, one => one.figure.row)
  const isIn = (row: RowId, office: string) => from.get(row)?.some(one => one.office === office) ?? false
  const reported = owed.filter(({ id }) => !missing.has(id) && ownersOf(id).every(office => isIn(id, office)))
  const approved = reported.filter(({ id }) => !from.get(id)?.some(isProvisional))
  return { owed: owed.length, reported: reported.length, approved: approved.length }
}

const isProvisional = ({ standing }: CountedFigure): boolean => standing === 'provisional'

/** Whether somebody still owes what it is made from; what was declared, or cannot be computed, was reported. */
const lacksSome = ({ why, derivation }: Figure): boolean =>
  [why, ...derivation.left.map(one => one.why)].some(one => one === 'empty' || one === 'unread')
