import { type Queryable, rowAssignees } from '@sepakat/db'
import type { CatalogueRow } from '@sepakat/rules'

/** Says of a row of a form which offices answer it in a year. One that was given to no office by itself belongs to the office that has the whole form. */
export const ownerOf = async (tx: Queryable, form: string): Promise<(row: CatalogueRow, year: number) => string> => {
  const byRow = Map.groupBy(await rowAssignees(tx, form), one => one.row)
  const ownersIn = (row: string, year: number): string =>
    (byRow.get(row) ?? [])
      .filter(o => o.fromYear <= year && (o.toYear === null || o.toYear >= year))
      .map(o => o.office ?? 'tidak berlaku')
      .join(', ')
  return (row, year) => {
    const [own, whole] = [ownersIn(row.parent ?? row.id, year), ownersIn('*', year)]
    return own || (whole && `seluruh formulir: ${whole}`)
  }
}
