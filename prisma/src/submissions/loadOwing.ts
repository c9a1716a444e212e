import {
  type Catalogue,
  type FormId,
  isFiledWhole,
  kinds,
  type Owing,
  type PeriodKey,
  type RowId,
  rowsOf,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { newestVersion, publishedForm } from '../forms/publishedForm.ts'
import { officesOfYear } from '../plan/officesOfYear.ts'
import { type RowOwner, rowOwners } from '../plan/rowOwners.ts'

export interface LoadedOwing extends Owing {
  catalogue: Catalogue
  /** Of the catalogue. */
  version: number
  /** By root row of the year, `*` where it is filed whole: the offices that owe it. */
  offices: Map<RowId, RowOwner[]>
}

/** Who owes what of a form in a period of a year, by its newest catalogue; null where the form was never published. */
export const loadOwing = async (
  tx: Queryable,
  form: FormId,
  year: number,
): Promise<((period: PeriodKey) => LoadedOwing) | null> => {
  const [version, all, { isThere }] = await Promise.all([
    newestVersion(tx, form),
    rowOwners(tx, form, year),
    officesOfYear(tx, year),
  ])
  const published = version === null ? null : await publishedForm(tx, form, version)
  if (published === null) return null
  const { catalogue } = published
  const roots = rowsOf(catalogue, year).flatMap(({ id, parent }) => (parent === undefined ? [id] : []))
  const kind = kinds[form]
  const whole = kind !== undefined && isFiledWhole(kind)
  return period => {
    const there = all.filter(({ id }) => isThere(id, period))
    const rowsOfOwners = new Set(there.map(({ row }) => row))
    const ofRow = (id: RowId) => (rowsOfOwners.has(id) ? there.filter(({ row }) => row === id || row === '*') : ofWhole)
    const ofWhole = there.filter(({ row }) => row === '*')
    const offices = new Map(
      [...roots, '*'].map(id => [id, [...new Map(ofRow(id).map(owner => [owner.id, owner])).values()]]),
    )
    const owners = new Map([...offices].map(([row, own]) => [row, own.map(({ id }) => id)]))
    return {
      catalogue,
      version: published.version,
      offices,
      owners,
      whole,
      rows: roots.filter(id => (owners.get(id) ?? []).length > 0),
    }
  }
}

/** The offices that owe something of the form and of which this is so: each once, in the order of their names. */
export const owingOffices = (
  { rows, offices }: Pick<LoadedOwing, 'rows' | 'offices'>,
  is: (office: RowOwner) => boolean,
): RowOwner[] => {
  const all = [...rows, '*'].flatMap(row => (offices.get(row) ?? []).filter(is))
  return [...new Map(all.map(office => [office.id, office])).values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}
