import { type Database, reader } from '../database.ts'
import { col, statement } from '../statement.ts'

// Both sides are of one moment: a write and its names are one transaction, so what differs is no write on its way.
const namesMend = statement(
  'search-names-mend',
  `SELECT d.kind, keep_search_names(d.kind, d.owner, d.form)
   FROM (SELECT DISTINCT kind, owner, form FROM (
       (SELECT * FROM search_name_source EXCEPT SELECT * FROM search_name)
       UNION ALL
       (SELECT * FROM search_name EXCEPT SELECT * FROM search_name_source)
     ) different ORDER BY kind, owner, form) d`,
  { kind: col.text.notNull('of NOT NULL columns') },
)

const noNames = statement('search-names-none', 'SELECT NOT EXISTS (SELECT 1 FROM search_name) AS none', {
  none: col.bool.notNull('NOT EXISTS'),
})

/** Makes every name as what it is derived from. @returns of how many sources names differed, which only a fault or a foreign hand brings about */
export const mendNames = async (db: Database): Promise<number> => (await reader(db).query(namesMend)).length

/** Makes the names of what a backup brought that was made before there were names. */
export const fillNames = async (db: Database): Promise<void> => {
  const [found] = await reader(db).query(noNames)
  if (found?.none) await mendNames(db)
}
