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
import { type OfficesOfYear, officesOfYear } from '../plan/officesOfYear.ts'
import { type RowOwner, rowOwners } from '../plan/rowOwners.ts'
import { keepIn, ofAll, rowsSeen } from '../rowsSeen.ts'

export interface LoadedOwing extends Owing {
  catalogue: Catalogue
  /** Of the catalogue. */
  version: number
  /** By root row of the year, `*` where it is filed whole: the offices that owe it. */
  offices: Map<RowId, RowOwner[]>
}

type OwingIn = (period: PeriodKey) => LoadedOwing

/** What it is made of; a catalogue never changes, and a newer one is one more row. */
const planRows = rowsSeen(
  'plan-seen',
  `SELECT '*' AS key, xmin AS written FROM row_assignment UNION ALL SELECT '*', xmin FROM office
   UNION ALL SELECT '*', xmin FROM office_span UNION ALL SELECT '*', xmin FROM form_version`,
)

/** Who owes what of each form in a period of a year, by its newest catalogue; null where it was never published. Read again where the plan is another. */
export const loadOwing = async (
  tx: Queryable,
  forms: readonly FormId[],
  year: number,
): Promise<(form: FormId, period: PeriodKey) => LoadedOwing | null> => {
  const made = (await planRows(tx, []))(ofAll)
  const { isThere } = await keepIn(made, `offices ${year}`, () => officesOfYear(tx, year))
  const all = await Promise.all(
    forms.map(form => keepIn(made, `${form} ${year}`, () => owingOf(tx, { form, year, isThere }))),
  )
  return (form, period) => all[forms.indexOf(form)]?.(period) ?? null
}

const owingOf = async (
  tx: Queryable,
  { form, year, isThere }: { form: FormId; year: number } & Pick<OfficesOfYear, 'isThere'>,
): Promise<OwingIn | null> => {
  const [version, all] = await Promise.all([newestVersion(tx, form), rowOwners(tx, form, year)])
  const published = version === null ? null : await publishedForm(tx, form, version)
  if (published === null) return null
  const { catalogue } = published
  const roots = rowsOf(catalogue, year).flatMap(({ id, parent }) => (parent === undefined ? [id] : []))
  const kind = kinds[form]
  const whole = kind !== undefined && isFiledWhole(kind)
  const make: OwingIn = period => {
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
  const known = new Map<PeriodKey, LoadedOwing>()
  return period => {
    const owing = known.get(period) ?? make(period)
    known.set(period, owing)
    return owing
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
