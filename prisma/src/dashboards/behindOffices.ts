import type { BehindOffice, BehindOffices, ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

const behind = statement(
  'behind-offices',
  `SELECT json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name) AS office, l.late, l.owed, l.days,
          count(*) OVER (PARTITION BY l.late, l.days)::int AS alike
   FROM (
     SELECT office_id, count(*) FILTER (WHERE number = 1 AND first_at IS NULL AND due < $2)::int AS late, count(*)::int AS owed,
            ($2::timestamptz AT TIME ZONE $3)::date - (min(due) FILTER (WHERE number = 1 AND first_at IS NULL AND due < $2) AT TIME ZONE $3)::date AS days
     FROM report_line WHERE list = 'obligation' AND NOT practice AND left(period, 4) = $1
       AND ($4::text[] IS NULL OR report_type = ANY ($4)) GROUP BY office_id
   ) l JOIN office_now o ON o.id = l.office_id
   WHERE l.late > 0 ORDER BY l.late DESC, l.days DESC, o.name, o.id LIMIT 3`,
  rowOf<BehindOffice & { alike: number }>({
    office: col.json.notNull('of NOT NULL columns'),
    late: col.int4.notNull('a count'),
    owed: col.int4.notNull('a count'),
    days: col.int4.notNull('one is late'),
    alike: col.int4.notNull('a count'),
  }),
)

/** The three offices with the most reports of a year that were due and not submitted, and how many more there are like the last of them. */
export const behindOffices = async (
  tx: Queryable,
  {
    year,
    reportTypes,
    now,
    zone,
  }: { year: number; reportTypes: readonly ReportType[] | null; now: Date; zone: string },
): Promise<BehindOffices> => {
  const found = await tx.query(behind, [String(year), now, zone, reportTypes])
  const last = found.at(-1)
  const named = found.filter(one => one.late === last?.late && one.days === last.days).length
  return { offices: found.map(({ alike, ...office }) => office), more: last ? last.alike - named : 0 }
}
