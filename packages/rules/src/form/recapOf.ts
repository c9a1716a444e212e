import { rowsOf } from '../catalogue/rowsOf.ts'
import { groupBy } from '../grouping/groupBy.ts'
import { periodYear } from '../periods/period.ts'
import type { Catalogue } from '../types/Catalogue.ts'
import type { RegionContext } from '../types/Context.ts'
import type { CountedFigure, Figure } from '../types/Figure.ts'
import type { Kind } from '../types/Kind.ts'
import type { PeriodKey, RowId } from '../types/Pointer.ts'
import type { RuleSet } from '../types/RuleSet.ts'
import { type Coverage, type CoverageStanding, countedRows, isFiledWhole, standingOf } from './coverage.ts'
import { coverageOfFigures } from './coverageOfFigures.ts'
import { coverageOfRows } from './coverageOfRows.ts'
import { figureWriter } from './figureWriter.ts'
import { filledIn } from './filledIn.ts'
import { inputsOfRegion } from './inputsOfRegion.ts'

export interface RecapOf {
  period: PeriodKey
  rules: RuleSet
  catalogue: Catalogue
  /** By root row, `*` for the whole form: the offices that owe it in the year of the period. */
  owners: ReadonlyMap<RowId, readonly string[]>
  counted: readonly CountedFigure[]
  /** By office that has sent nothing that counts: how many items its form asks for, as far as that is known. */
  asked?: ReadonlyMap<string, number>
  /** Some of what counts has figures of other rules: still to be recomputed, or never. */
  otherRules?: boolean
  /** Of a part of the region: no figure of it has a category, which is about the whole. */
  branch?: boolean
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
  /** The coverage of a row. */
  at: (row: RowId) => Covered
  /** The coverage of a figure: of what it is made of itself. */
  of: (figure: Figure) => Covered
  /** Whether a figure is made of figures of several rule sets, or of another one than is in force. */
  isMixed: (figure: Figure) => boolean
}

/** The figures of the whole region for a form and period, each with its coverage. @throws where the form has none */
export function recapOf(kind: Kind, ask: RecapOf): Recap {
  const { period, rules, catalogue, owners, counted, asked = new Map(), otherRules = false, branch = false } = ask
  if (!kind.consolidate) throw new Error(`${kind.form} has no recap`)
  const ownersOf = (row: RowId) => owners.get(row) ?? []
  const under = groupBy(rowsOf(catalogue, periodYear(period)), row => row.parent)
  const owed = (under.get(undefined) ?? []).filter(row => ownersOf(row.id).length > 0)
  const known = byCodeAndRow(counted)
  let rowsOfOffice: Map<string, CountedFigure[]> | undefined
  const figures: Figure[] = []
  const taken = new Set<Figure>()
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
      taken.add(figure)
      return figure
    },
  }
  kind.consolidate.compute(region)
  const offices = [...new Set([...owners.values()].flat())].sort()
  filledIn(region, offices, asked)
  const owing = { whole: isFiledWhole(kind), rows: owed.map(({ id }) => id), owners }
  const coverageAt = coverageOfRows(owing, catalogue, countedRows(kind, counted))
  const inputs = inputsOfRegion({ figures, taken, rules, offices, counted: (...at) => region.counted(...at) })
  const coverageOf = coverageOfFigures({ owing, counted, offices, at: coverageAt, lacking: inputs.lacking })
  const covered = (coverage: Coverage): Covered => ({ coverage, standing: standingOf(coverage, otherRules) })
  const of = (figure: Figure) => covered(coverageOf(figure))
  const categorised = (figure: Figure) => (!branch && of(figure).standing === 'final') || isOrdinal(figure, rules)
  const sent = new Map(figures.map(figure => [categorised(figure) ? figure : { ...figure, band: null }, figure]))
  const made = (figure: Figure) => sent.get(figure) ?? figure
  return {
    ...covered(coverageAt('')),
    at: row => covered(coverageAt(row)),
    of: figure => of(made(figure)),
    isMixed: figure => inputs.isMixed(made(figure)),
    labels,
    figures: [...sent.keys()],
  }
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

/** A category is about the whole region, so it waits for all of it; a step on an ordinal scale is the answer itself and stays. */
const isOrdinal = ({ band }: Figure, rules: RuleSet): boolean => band === null || band.scale in rules.ordinals
