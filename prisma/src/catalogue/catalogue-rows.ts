import type { Catalogue, CatalogueRow } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

/**
 * The newest catalogue of a form and who owns its root rows, by slice; null where the form has none. A row that nobody was given
 * by itself belongs to whoever has the whole form.
 */
export const readCatalogue = async (
  tx: Queryable,
  form: string,
): Promise<{ version: number; body: Catalogue; ownerOf: (row: CatalogueRow, year: number) => string } | null> => {
  const [newest] = await tx.query<{ version: number; body: Catalogue }>(
    'catalogue-newest',
    `SELECT version, body FROM form_version WHERE form = $1 ORDER BY version DESC LIMIT 1`,
    [form],
  )
  if (newest === undefined) return null
  const owners = await tx.query<{ row: string; office: string | null; fromYear: number; toYear: number | null }>(
    'catalogue-owners',
    `SELECT a."row", o.name AS office, a.from_year AS "fromYear", a.to_year AS "toYear"
     FROM row_assignment a LEFT JOIN office_now o ON o.id = a.office_id WHERE a.form = $1`,
    [form],
  )
  const byRow = Map.groupBy(owners, o => o.row)
  const ownersIn = (row: string, year: number): string =>
    (byRow.get(row) ?? [])
      .filter(o => o.fromYear <= year && (o.toYear === null || o.toYear >= year))
      .map(o => o.office ?? 'tidak berlaku')
      .join(', ')
  return {
    ...newest,
    ownerOf: (row, year) => {
      const [own, whole] = [ownersIn(row.parent ?? row.id, year), ownersIn('*', year)]
      return own || (whole && `seluruh formulir: ${whole}`)
    },
  }
}
