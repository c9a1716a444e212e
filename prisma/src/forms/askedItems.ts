import {
  type Catalogue,
  itemsAsked,
  type Kind,
  type PeriodKey,
  periodYear,
  type RowId,
  type RuleSet,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { defaultSettings } from '../settings/defaultSettings.ts'
import { loadSources } from './loadForm.ts'
import { memory } from './memory.ts'
import { pickSourcesOfOffices, wantedSources } from './pickSources.ts'

interface Ask {
  kind: Kind
  period: PeriodKey
  catalogue: Catalogue
  /** Of the catalogue. */
  version: number
  rules: RuleSet
}

/** By form, version, year, rows and what gives further rows: what a form asks for under the same never changes. */
const known = memory<number>(10_000)

/**
 * How many items the form of each office would ask for, if it were created now: by its root rows, and the rows that other submitted reports
 * give. Most offices have the same rows, or had them before, and nothing is built for them. An office whose form cannot be created yet, for
 * want of a report that goes before it, is not there.
 */
export const askedItems = async (
  tx: Queryable,
  { kind, period, catalogue, version, rules }: Ask,
  rowsOf: ReadonlyMap<string, RowId[] | '*'>,
): Promise<Map<string, number>> => {
  const wanted = wantedSources(kind, period, 'rows')
  const offices = [...rowsOf.keys()]
  const found = wanted.length > 0 && offices.length > 0 ? await pickSourcesOfOffices(tx, offices, wanted) : []
  const given = new Map(found.map(one => [one.office, one]))
  const before = Object.entries(kind.sources(period)).flatMap(([name, { first }]) => (first ? [name] : []))
  const asked = new Map<string, number>()
  for (const [office, rows] of rowsOf) {
    const { names = [], identity } = given.get(office) ?? {}
    if (before.some(name => !names.includes(name))) continue
    // what is given may be addressed to an office
    const own = identity === undefined ? '' : `${office} ${identity}`
    const key = `${kind.form} ${version} ${periodYear(period)} ${rows} ${own}`
    const items = known.get(key) ?? known.set(key, await count(office, rows, identity !== undefined))
    asked.set(office, items)
  }
  return asked

  async function count(id: string, rows: RowId[] | '*', hasSources: boolean): Promise<number> {
    const ask = { office: id, period, drafts: false }
    const { sources } = hasSources ? await loadSources(tx, kind, ask, 'rows') : { sources: {} }
    const scope = { office: { id, name: '' }, period, rows, plan: defaultSettings.plan, sources }
    return itemsAsked(kind, catalogue, rules, scope)
  }
}
