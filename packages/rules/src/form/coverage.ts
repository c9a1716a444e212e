import type { CountedFigure } from '../types/Figure.ts'
import type { Kind } from '../types/Kind.ts'
import type { RowId } from '../types/Pointer.ts'

/** How much of what the region owes was reported: rows, or offices where they file the form whole. */
export interface Coverage {
  owed: number
  reported: number
  approved: number
}
export type CoverageStanding = 'final' | 'provisional' | 'incomplete'

/**
 * The standing of a figure of the region: incomplete while anything owed was not reported, final once all of it is approved. What is
 * owed is owed by assignment, so an office in no wave keeps the figure from being final. `otherRules`: some
 * of it has figures of another rule set than the one in force.
 */
export function standingOf({ owed, reported, approved }: Coverage, otherRules = false): CoverageStanding {
  if (owed === 0 || reported < owed) return 'incomplete'
  return approved < owed || otherRules ? 'provisional' : 'final'
}

/** What an office reported of a row (`''`: of the whole form), as far as coverage needs it. */
export interface CountedRow {
  office: string
  row: RowId
  standing: CountedFigure['standing']
  /** An input is missing: it was submitted empty, or is unreadable. */
  lacks: boolean
}

/** The figures that count as reported: of a row its own, of a form that is filed whole the one that every form has. */
export const countedRows = ({ consolidate }: Kind, counted: readonly CountedFigure[]): CountedRow[] =>
  counted
    .filter(({ figure }) => figure.code === consolidate?.counts)
    .map(({ office, standing, figure: { row, why, derivation } }) => ({
      office,
      standing,
      row,
      lacks: [why, ...derivation.left.map(left => left.why)].some(one => one === 'empty' || one === 'unread'),
    }))

export interface Owing {
  /** Offices file the form whole (`isFiledWhole`): they are counted, not its rows. */
  whole: boolean
  /** The root rows that some office owes in the year of the period. */
  rows: readonly RowId[]
  /** By root row, `*` for the whole form: the offices that owe it. */
  owners: ReadonlyMap<RowId, readonly string[]>
}

/** Whether a form counts by being filed at all, whatever its rows. */
export const isFiledWhole = ({ consolidate }: Kind): boolean => consolidate?.counts === 'completeness'

/** Coverage of everything owed: by office where they file the form whole, else by row. A row is reported when all its owners reported it. */
export function coverageOf(owing: Owing, counted: readonly CountedRow[]): Coverage {
  if (!owing.whole) return coverageOfRows(owing, counted)
  return coverageOfOffices([...new Set([...owing.owners.values()].flat())], counted)
}

/** Of a form that offices file whole: how many of them owe it, reported it, and had it approved. */
function coverageOfOffices(owed: readonly string[], counted: readonly CountedRow[]): Coverage {
  const from = new Map(counted.map(({ office, standing }) => [office, standing]))
  return sum(owed.map(office => from.get(office)))
}

/** Of one row: how many offices owe it. Gone through once, however many rows and figures ask. */
export const coverageOfRowIn = (
  { owners }: Pick<Owing, 'owners'>,
  counted: readonly CountedRow[],
): ((row: RowId) => Coverage) => {
  const from = byRowAndOffice(counted.filter(({ lacks }) => !lacks))
  return row => sum((owners.get(row) ?? []).map(office => from.get(row)?.get(office)?.standing))
}

const byRowAndOffice = (counted: readonly CountedRow[]): ReadonlyMap<RowId, ReadonlyMap<string, CountedRow>> => {
  const found = new Map<RowId, Map<string, CountedRow>>()
  for (const one of counted) {
    const own = found.get(one.row) ?? new Map<string, CountedRow>()
    found.set(one.row, own.set(one.office, one))
  }
  return found
}

const coverageOfRows = ({ rows, owners }: Omit<Owing, 'whole'>, counted: readonly CountedRow[]): Coverage => {
  const from = byRowAndOffice(counted)
  return sum(
    rows.map(row => {
      const own = (owners.get(row) ?? []).map(office => from.get(row)?.get(office))
      if (own.some(one => one === undefined || one.lacks)) return undefined
      return own.every(one => one?.standing === 'final') ? 'final' : 'provisional'
    }),
  )
}

const sum = (all: readonly (CountedFigure['standing'] | undefined)[]): Coverage => ({
  owed: all.length,
  reported: all.filter(one => one !== undefined).length,
  approved: all.filter(one => one === 'final').length,
})
