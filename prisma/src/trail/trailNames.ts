import type { FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { officeName } from '../offices/officeName.ts'
import { col, rowOf, statement } from '../statement.ts'
import type { NamedReport } from '../submissions/listedReport.ts'

/** What people call the things that events name by id; `detail`: the short name of an office, the period of an edition. */
export interface TrailName {
  id: string
  kind: 'person' | 'office' | 'key' | 'edition'
  name: string
  detail: string
}

// By SQL: four tables in one round trip.
const trailNamesSql = statement(
  'trail-names',
  `SELECT id, 'person' AS kind, name, '' AS detail FROM person WHERE id = ANY ($1::uuid[])
   UNION ALL SELECT o.id, 'office', n.name, n.short_name FROM office o CROSS JOIN LATERAL ${officeName('o.id')} n WHERE o.id = ANY ($1::uuid[])
   UNION ALL SELECT id, 'key', name, prefix FROM api_key WHERE id = ANY ($1::uuid[])
   UNION ALL SELECT id, 'edition', type, period FROM edition WHERE id = ANY ($1::uuid[])`,
  rowOf<TrailName>({
    id: col.uuid.notNull('of NOT NULL columns'),
    kind: col.text.as<TrailName['kind']>().notNull('of NOT NULL columns'),
    name: col.text.notNull('of NOT NULL columns'),
    detail: col.text.notNull('of NOT NULL columns'),
  }),
)

/** Names of whatever these ids are of, by id. */
export const trailNames = async (tx: Queryable, ids: readonly string[]): Promise<Map<string, TrailName>> => {
  if (ids.length === 0) return new Map()
  return new Map((await tx.query(trailNamesSql, [ids])).map(row => [row.id, row]))
}

/** A report that events name, or an obligation whose report was never created. */
export interface TrailReport extends NamedReport {
  id: string
  begun: boolean
}

const columns = `o.id AS "officeId", n.name AS "officeName", n.short_name AS "officeShortName"`
const trailReportsSql = statement(
  'trail-reports',
  `SELECT s.id, true AS begun, ${columns}, s.form, s.period, s.number, s.practice
   FROM submission s JOIN office o ON o.id = s.office_id CROSS JOIN LATERAL ${officeName('o.id')} n WHERE s.id = ANY ($1::uuid[])
   UNION ALL SELECT b.id, false, ${columns}, b.form, b.period, 1, b.practice
   FROM obligation b JOIN office o ON o.id = b.office_id CROSS JOIN LATERAL ${officeName('o.id')} n
   WHERE b.id = ANY ($1::uuid[]) AND b.submission_id IS NULL`,
  rowOf<TrailReport>({
    id: col.uuid.notNull('of NOT NULL columns'),
    begun: col.bool.notNull('said'),
    officeId: col.uuid.notNull('of NOT NULL columns'),
    officeName: col.text.notNull('of NOT NULL columns'),
    officeShortName: col.text.notNull('of NOT NULL columns'),
    form: col.text.as<FormId>().notNull('of NOT NULL columns'),
    period: col.text.as<PeriodKey>().notNull('of NOT NULL columns'),
    number: col.int4.notNull('of NOT NULL columns'),
    practice: col.bool.notNull('of NOT NULL columns'),
  }),
)

/** What people call these reports, by id. */
export const trailReports = async (tx: Queryable, ids: readonly string[]): Promise<Map<string, TrailReport>> => {
  if (ids.length === 0) return new Map()
  return new Map((await tx.query(trailReportsSql, [ids])).map(row => [row.id, row]))
}

/** From where a session was opened, as long as it lives. */
export const trailSessions = async (
  tx: Queryable,
  ids: readonly string[],
): Promise<Map<string, { address: string; userAgent: string }>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx.prisma.session.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, ipAddress: true, userAgent: true },
  })
  return new Map(
    rows.map(({ id, ipAddress, userAgent }) => [id, { address: ipAddress ?? '', userAgent: userAgent ?? '' }]),
  )
}
