// A release ships its own catalogue; the region has its own corrections. A three-way merge, row by row, keeps both.

import { canonicalJson } from '../canonical/canonicalJson.ts'
import { groupBy } from '../grouping/groupBy.ts'
import type { Catalogue, CatalogueRow, Group } from '../types/Catalogue.ts'
import type { RowId } from '../types/Pointer.ts'
import { isOrphan } from './catalogueSchema.ts'

export interface ShippedMerge {
  /** The base of the merge: the last shipped catalogue the region published; null where unknown. */
  base: Catalogue | null
  shipped: Catalogue
  published: Catalogue
}
export type Side = 'published' | 'shipped'
/** A row that the region and the release changed in different ways; all slices of each. */
export interface Conflict {
  row: RowId
  published: CatalogueRow[]
  shipped: CatalogueRow[]
}

/**
 * The published catalogue merged with the changes of a release. A row is taken whole, with all its slices, from one side, so that the
 * result is as valid as the input. Where both changed it the choice decides, and without one the published row stays. Rows
 * are never removed: one that the release no longer has stays as it is. Where taking one side of a row leaves a child
 * without a parent in its years, that is a conflict too, and without a choice the other side is taken; a row that is new in the
 * release is left out where its parent was chosen as ended by the region.
 */
export function mergeShipped(
  sides: ShippedMerge,
  choices: Readonly<Record<RowId, Side>> = {},
): { catalogue: Catalogue; conflicts: Conflict[] } {
  const { base, shipped, published } = sides
  const [was, theirs, ours] = [base?.rows ?? [], shipped.rows, published.rows].map(rows => groupBy(rows, one => one.id))
  const ids = [...new Set([...theirs!.keys(), ...ours!.keys()])]
  const taken = new Map<RowId, Side>()
  const unsure = new Set<RowId>()
  for (const id of ids) {
    const [old, ship, own] = [was!.get(id), theirs!.get(id), ours!.get(id)]
    const isOwn = !ship || (own !== undefined && (same(ship, own) || !same(own, old)))
    taken.set(id, isOwn ? 'published' : 'shipped')
    if (ship && own && !same(ship, own) && !same(ship, old) && !same(own, old)) unsure.add(id)
  }
  const isChosen = (id: RowId): boolean => unsure.has(id) && Object.hasOwn(choices, id)
  const rowsFrom = (id: RowId): CatalogueRow[] =>
    ((isChosen(id) ? choices[id] : taken.get(id)) === 'shipped' ? theirs! : ours!).get(id)!
  const flipped = new Set<RowId>()
  // A row left out with its parent before is not asked about again while the release has it unchanged.
  const isSettled = (id: RowId): boolean => !ours!.has(id) && same(theirs!.get(id), was!.get(id))
  const isEither = (id: RowId): boolean => {
    const [ship, own] = [theirs!.get(id), ours!.get(id)]
    return ship !== undefined && own !== undefined && !same(ship, own)
  }
  /** A parent whose other side might keep a child, and that is undecided. */
  const undecided = (): RowId | undefined => {
    const slices = new Map(ids.map(id => [id, rowsFrom(id)]))
    const orphans = [...slices.values()].flat().filter(row => isOrphan(row, slices) && !isSettled(row.id))
    return orphans.map(row => row.parent!).find(id => isEither(id) && !flipped.has(id) && !isChosen(id))
  }
  for (let id = undecided(); id !== undefined; id = undecided()) {
    flipped.add(id)
    unsure.add(id)
    taken.set(id, taken.get(id) === 'shipped' ? 'published' : 'shipped')
  }
  const conflicts = ids.flatMap(row =>
    unsure.has(row) ? [{ row, published: ours!.get(row)!, shipped: theirs!.get(row)! }] : [],
  )
  const kept = withParents(ids.flatMap(rowsFrom), ours!)
  const catalogue: Catalogue = {
    form: published.form,
    title: newer(base?.title, shipped.title, published.title),
    legal: newer(base?.legal, shipped.legal, published.legal),
    groups: mergedGroups(sides),
    rows: inOrder(kept, shipped.rows, published.rows),
  }
  return { catalogue, conflicts }
}

/** Without the rows that only the release has and that have no parent in any of their years. */
function withParents(rows: CatalogueRow[], ours: Map<RowId, CatalogueRow[]>): CatalogueRow[] {
  const slices = groupBy(rows, row => row.id)
  const kept = rows.filter(row => ours.has(row.id) || !isOrphan(row, slices))
  return kept.length === rows.length ? rows : withParents(kept, ours)
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** The release's value where it changed, else the published one. */
const newer = <T>(base: T | undefined, shipped: T, published: T): T => (same(base, shipped) ? published : shipped)

function mergedGroups({ base, shipped, published }: ShippedMerge): Group[] {
  const own = new Map(published.groups.map(group => [group.id, group]))
  const old = new Map(base?.groups.map(group => [group.id, group]))
  const taken = shipped.groups.map(group => newer(old.get(group.id), group, own.get(group.id) ?? group))
  const known = new Set(shipped.groups.map(({ id }) => id))
  return [...taken, ...published.groups.filter(({ id }) => !known.has(id))]
}

const sliceKey = ({ id, from }: CatalogueRow): string => `${id} ${from}`

/** In the order of the release; rows it does not have stay after their predecessor. */
function inOrder(rows: CatalogueRow[], shipped: CatalogueRow[], published: CatalogueRow[]): CatalogueRow[] {
  const left = new Map(rows.map(row => [sliceKey(row), row]))
  const order = shipped.map(sliceKey).filter(key => left.has(key))
  const placed = new Set(order)
  let before = ''
  for (const key of published.map(sliceKey).filter(one => left.has(one))) {
    if (!placed.has(key)) order.splice(order.indexOf(before) + 1, 0, key)
    placed.add(key)
    before = key
  }
  return order.map(key => left.get(key)!)
}
