import type { Queryable } from '../database.ts'

/** How many reports of a form are open with their offices. */
export const countOpenReports = async (tx: Queryable, form: string): Promise<number> =>
  (
    await tx.query<{ open: number }>(
      'catalogue-open-reports',
      `SELECT count(*)::int AS open FROM submission WHERE form = $1 AND status IN ('draft', 'returned')`,
      [form],
    )
  )[0]!.open

/** Approved reports of a form since a year, the newest first. */
export const approvedReports = async (
  tx: Queryable,
  { form, fromYear, limit }: { form: string; fromYear: number; limit: number },
): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      'catalogue-reports',
      `SELECT id FROM submission WHERE form = $1 AND origin = 'filed' AND approved_revision IS NOT NULL AND NOT practice AND left(period, 4)::int >= $2
       ORDER BY period DESC, id LIMIT $3`,
      [form, fromYear, limit],
    )
  ).map(({ id }) => id)
