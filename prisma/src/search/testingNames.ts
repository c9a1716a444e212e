import type { Database } from '../database.ts'

/** For tests: names that are not as what they are derived from, and what has no such name. */
export const differingNames = async (db: Database): Promise<unknown[]> =>
  (
    await db.pool.query(`
      (SELECT 'name' AS of, n.* FROM search_name n EXCEPT SELECT 'name', s.* FROM search_name_source s)
      UNION ALL (SELECT 'source', s.* FROM search_name_source s EXCEPT SELECT 'source', n.* FROM search_name n)`)
  ).rows
