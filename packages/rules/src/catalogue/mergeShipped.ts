// A release brings its own catalogue; the region has its own corrections. Both are kept: three ways, row by row.

import { canonicalJson } from '../canonical/canonicalJson.ts'
import { groupBy } from '../grouping/groupBy.ts'
import type { Catalogue, CatalogueRow, Group, RowId } from '../types.ts'

export interface ShippedMerge {
  /** What the region has taken of the releases so far: the last shipped catalogue it published; null where it is not known. */
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
 * The published catalogue with what a release changed. A row is taken whole, with all its slices, from one side, so that what
 * comes out is as valid as what went in. Where both changed it the choice decides, and without one the published row stays. Rows
 * are never removed: one that the release no longer names stays as it is.
 */
export function mergeShipped(
  sides: ShippedMerge,
  choices: Readonly<Record<RowId, Side>> = {},
): { catalogue: Catalogue; conflicts: Conflict[] } {
  const { base, shipped, published } = sides
  const [was, theirs, ours] = [base?.rows ?? [], shipped.rows, published.rows].map(rows => groupBy(rows, one => one.id))
  const conflicts: Conflict[] = []
  const taken: CatalogueRow[] = []
  for (const id of new Set([...theirs!.keys(), ...ours!.keys()])) {
    const [old, ship, own] = [was!.get(id), theirs!.get(id), ours!.get(id)]
    if (!ship || !own || same(ship, own)) taken.push(...(own ?? ship!))
    else if (same(ship, old)) taken.push(...own)
    else if (same(own, old)) taken.push(...ship)
    else {
      conflicts.push({ row: id, published: own, shipped: ship })
      taken.push(...(Object.hasOwn(choices, id) && choices[id] === 'shipped' ? ship : own))
    }
  }
  const catalogue: Catalogue = {
    form: published.form,
    title: newer(base?.title, shipped.title, published.title),
    legal: newer(base?.legal, shipped.legal, published.legal),
    groups: mergedGroups(sides),
    rows: inOrder(taken, shipped.rows, published.rows),
  }
  return { catalogue, conflicts }
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** What the release says where it says something new, else what is published. */
const newer = <T>(base: T | undefined, shipped: T, published: T): T => (same(base, shipped) ? published : shipped)

function mergedGroups({ base, shipped, published }: ShippedMerge): Group[] {
  const own = new Map(published.groups.map(group => [group.id, group]))
  const old = new Map(base?.groups.map(group => [group.id, group]))
  const taken = shipped.groups.map(group => newer(old.get(group.id), group, own.get(group.id) ?? group))
  const known = new Set(shipped.groups.map(({ id }) => id))
  return [...taken, ...published.groups.filter(({ id }) => !known.has(id))]
}

const sliceKey = ({ id, from }: CatalogueRow): string => `${id} ${from}`

/** In the order of the release; what it does not name stands after what it stood after before. */
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
