import { newestVersion, type OfficeRecords, publishedForm, type Queryable, readBelongings } from '@sepakat/db'
import {
  type Belongings,
  formTitle,
  kinds,
  type OwnAssignment,
  periodTitle,
  type Reorganisation,
  rowsOf,
} from '@sepakat/rules'

/** What an office has, and what people call it, by id. */
export interface NamedBelongings extends Belongings {
  names: Map<string, string>
}

const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id)

export const belongingsOf = ({ posts, keys, units, contributions, ...records }: OfficeRecords): Belongings => ({
  ...records,
  posts: ids(posts),
  keys: ids(keys),
  units: ids(units),
  contributions: ids(contributions),
})

/** What a merge or split of an office could move on its day, with names. */
export const namedBelongings = async (tx: Queryable, wish: Reorganisation): Promise<NamedBelongings> => {
  const records = await readBelongings(tx, wish)
  const { posts, keys, units, contributions, assignments } = records
  const names = new Map([
    ...[...posts, ...keys, ...units].map(({ id, name }) => [id, name] as const),
    ...contributions.map(c => [c.id, `${formTitle(c.form)}, ${periodTitle(c.period)}`] as const),
    ...(await rowNames(tx, assignments)),
  ])
  return { ...belongingsOf(records), names }
}

/** What the rows of assignments are called in the newest catalogue. */
const rowNames = async (tx: Queryable, assignments: OwnAssignment[]): Promise<[string, string][]> => {
  const named: [string, string][] = []
  for (const [form, own] of Map.groupBy(assignments, a => a.form)) {
    const version = kinds[form] === undefined ? null : await newestVersion(tx, form)
    const published = version === null ? null : await publishedForm(tx, form, version)
    for (const { id, row, fromYear } of own) {
      const rows = published ? rowsOf(published.catalogue, fromYear) : []
      named.push([id, row === '*' ? 'Seluruh formulir' : (rows.find(r => r.id === row)?.label ?? row)])
    }
  }
  return named
}
