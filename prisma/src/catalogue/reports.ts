import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

/** How many reports of a form are open with their offices. */
export const countOpenReports = (tx: Queryable, form: string): Promise<number> =>
  tx.prisma.submission.count({ where: { form, status: { in: ['draft', 'returned'] } } })

const catalogueReports = statement(
  'catalogue-reports',
  `SELECT id FROM submission WHERE form = $1 AND origin = 'filed' AND approved_revision IS NOT NULL AND NOT practice AND left(period, 4)::int >= $2
     ORDER BY period DESC, id LIMIT $3`,
  { id: col.uuid },
)

/** Approved reports of a form since a year, the newest first. By SQL: the year is part of the period's key. */
export const approvedReports = async (
  tx: Queryable,
  { form, fromYear, limit }: { form: string; fromYear: number; limit: number },
): Promise<string[]> => (await tx.query(catalogueReports, [form, fromYear, limit])).map(({ id }) => id)
