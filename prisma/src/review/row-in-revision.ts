import type { Queryable } from '../database.ts'

/** Whether a revision has this row: among its sections, or (a list declared as a whole) among its answers. */
export const rowInRevision = async (
  tx: Queryable,
  { submission, n, table, row }: { submission: string; n: number; table: string; row: string },
): Promise<boolean> => {
  const [found] = await tx.query<{ has: boolean }>(
    'revision-has-row',
    `SELECT COALESCE(body -> 'answers' -> $3 ? $4, false)
       OR jsonb_path_exists(body -> 'sections', '$.**.rows[*] ? (@.table == $table && @.id == $row)',
            jsonb_build_object('table', $3::text, 'row', $4::text)) AS has
     FROM revision WHERE submission_id = $1 AND n = $2`,
    [submission, n, table, row],
  )
  return found?.has ?? false
}
