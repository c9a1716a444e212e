import { rowsOf } from '../catalogue/rowsOf.ts'
import { placeOf } from '../figures/placeOf.ts'
import { groupBy } from '../grouping/groupBy.ts'
import { periodYear } from '../periods/period.ts'
import type { Catalogue, CatalogueRow } from '../types/Catalogue.ts'
import type { RegionContext } from '../types/Context.ts'
import type { CountedFigure, Figure } from '../types/Figure.ts'
import type { Kind } from '../types/Kind.ts'
import type { PeriodKey, RowId } from '../types/Pointer.ts'
import type { RuleSet } from '../types/RuleSet.ts'
import {
  type Coverage,
  type CoverageStanding,
  countedRows,
  coverageOf,
  coverageOfRowIn,
  isFiledWhole,
  type Owing,
  standingOf,
} from './coverage.ts'
import { figureWriter } from './figureWriter.ts'

export interface RecapOf {
  period: PeriodKey
  rules: RuleSet
  catalogue: Catalogue
  /** By root row, `*` for the whole form: the offices that owe it in the year of the period. */
  owners: ReadonlyMap<RowId, readonly string[]>
  counted: readonly CountedFigure[]
  /** Some of what counts has figures of other rules: still to be recomputed, or never. */
  otherRules?: boolean
}
interface Covered {
  coverage: Coverage
  standing: CoverageStanding
}
/** Coverage: the rows that offices owe, those all of whose owners reported them, and of these the approved ones; offices where they owe the form whole. */
export interface Recap extends Covered {
  /** In the order the kind made them; the region's own have the row `''`. */
  figures: Figure[]
  /** What rows are called that the recap makes itself, as the categories it counts by. */
  labels: ReadonlyMap<RowId, string>
  /** The coverage of a figure of this row. */
  at: (row: RowId) => Covered
}

/** The figures of the whole region for a form and period, each with its coverage. @throws where the form has none */
export function recapOf(kind: Kind, { period, rules, catalogue, owners, counted, otherRules = false }: RecapOf): Recap {
  if (!kind.consolidate) throw new Error(`${kind.form} has no recap`)
  const ownersOf = (row: RowId) => owners.get(row) ?? []
  const under = groupBy(rowsOf(catalogue, periodYear(period)), row => row.parent)
  const owed = (under.get(undefined) ?? []).filter(row => ownersOf(row.id).length > 0)
  const known = byCodeAndRow(counted)
  let rowsOfOffice: Map<string, CountedFigure[]> | undefined
  const figures: Figure[] = []
  const labels = new Map<RowId, string>()
  const region: RegionContext = {
    ...figureWriter(kind, rules, period, figures),
    rules,
    period,
    groups: catalogue.groups,
    rows: parent => (parent === undefined ? owed : (under.get(parent) ?? [])),
    owners: ownersOf,
    counted: (office, code, row) => known.get(code)?.get(row)?.get(office) ?? null,
    countedRows: (office, code) => {
      rowsOfOffice ??= groupBy(counted, one => `${one.office} ${one.figure.code}`)
      return rowsOfOffice.get(`${office} ${code}`)?.map(one => one.figure.row) ?? []
    },
    name: (row, label) => void labels.set(row, label),
    take(figure) {
      figures.push(figure)
      return figure
    },
  }
  kind.consolidate.compute(region)
  filledIn(region, [...new Set([...owners.values()].flat())].sort())
  const rowsIn = countedRows(kind, counted)
  const coverageAt = coveredBy({ whole: isFiledWhole(kind), rows: owed.map(({ id }) => id), owners }, catalogue, rowsIn)
  const at = (row: RowId): Covered => {
    const coverage = coverageAt(row)
    return { coverage, standing: standingOf(coverage, otherRules) }
  }
  return {
    ...at(''),
    at,
    labels,
    figures: figures.map(figure => (at(figure.row).standing === 'final' ? figure : withoutCategory(figure, rules))),
  }
}

/** How much of all that was asked is filled in: items of all offices over theirs, as the centre measures it (`domain/spm.md` §4), not a mean of shares. */
function filledIn(c: RegionContext, offices: readonly string[]): void {
  const code = 'completeness'
  const all = offices.map(office => ({ at: placeOf(office, code, ''), figure: c.counted(office, code, '') }))
  const inputs = all.flatMap(({ at, figure }) =>
    figure?.value == null
      ? []
      : [
          { name: 'numerator', at, value: figure.numerator },
          { name: 'denominator', at, value: figure.denominator },
        ],
  )
  const left = all.flatMap(({ at, figure }) =>
    figure?.value == null ? [{ at, why: figure?.why ?? ('empty' as const) }] : [],
  )
  c.figure({ code, formula: 'ratio.1', inputs, left })
}

/** By the offices last: of a region there are thousands of figures, of few codes and rows. */
function byCodeAndRow(counted: readonly CountedFigure[]) {
  const known = new Map<string, Map<RowId, Map<string, Figure>>>()
  for (const { office, figure } of counted) {
    const rows = known.get(figure.code) ?? new Map<RowId, Map<string, Figure>>()
    known.set(figure.code, rows)
    const offices = rows.get(figure.row) ?? new Map<string, Figure>()
    rows.set(figure.row, offices.set(office, figure))
  }
  return known
}

/** Coverage of a figure: of the region (`''`), a group of rows, a row or one of its children. A form that offices file whole is covered by offices, whatever the row: an office that has not reported may add to any of them. */
function coveredBy(owing: Owing, { groups, rows }: Catalogue, counted: ReturnType<typeof countedRows>) {
  const all = coverageOf(owing, counted)
  const ofRow = coverageOfRowIn(owing, counted)
  const byId = new Map(rows.map(row => [row.id, row]))
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]))
  const isIn = (group: string | undefined, at: RowId): boolean =>
    group !== undefined && (group === at || isIn(parents.get(group), at))
  const rootOf = (row: CatalogueRow): RowId => {
    const parent = row.parent === undefined ? undefined : byId.get(row.parent)
    return parent === undefined ? row.id : rootOf(parent)
  }
  const known = new Map<RowId, Coverage>()
  const knownOf = (at: RowId, make: () => Coverage): Coverage => {
    const coverage = known.get(at) ?? make()
    known.set(at, coverage)
    return coverage
  }
  return (at: RowId): Coverage => {
    if (at === '' || owing.whole) return all
    const row = byId.get(at)
    const root = row && rootOf(row)
    if (root !== undefined) return knownOf(root, () => ofRow(root))
    return knownOf(at, () =>
      coverageOf({ ...owing, rows: owing.rows.filter(id => isIn(byId.get(id)?.group, at)) }, counted),
    )
  }
}

/** A category is about the whole region, so it waits for all of it; a step on an ordinal scale is the answer itself and stays. */
const withoutCategory = (figure: Figure, rules: RuleSet): Figure =>
  figure.band === null || figure.band.scale in rules.ordinals ? figure : { ...figure, band: null }
