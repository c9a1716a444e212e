import type { FormId, OwedCount, PeriodKey, ReportStatus, ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { lateLine } from './lineQuery.ts'

const offices = statement(
  'overview-offices',
  'SELECT o.id, o.name, o.short_name AS "shortName" FROM office_now o WHERE $1::uuid[] IS NULL OR o.path && $1 ORDER BY o.name, o.id',
  {
    id: col.uuid.notNull('an office has one'),
    name: col.text.notNull('an office has a name'),
    shortName: col.text.notNull('an office has a name'),
  },
)

interface OwedLine extends Omit<OwedCount, 'count'> {
  office: string
  period: PeriodKey
  submission: string | null
}

// Instants are judged where they are: Node would read four of each of thousands of lines.
const lines = statement(
  'overview-lines',
  `SELECT l.office_id AS office, l.form, l.period, l.submission_id AS submission, l.status, l.number > 1 AS again,
          COALESCE(${lateLine('$5')}, false) AS late
   FROM report_line l
   WHERE l.list = 'obligation' AND l.practice = $1 AND left(l.period, 4) = $2 AND ($4::text[] IS NULL OR l.report_type = ANY ($4))
     AND ($3::uuid[] IS NULL OR EXISTS (SELECT 1 FROM office o WHERE o.id = l.office_id AND o.path && $3))
   ORDER BY l.office_id, l.form COLLATE "C", l.period COLLATE "C", l.id`,
  rowOf<OwedLine>({
    office: col.uuid,
    form: col.text.as<FormId>(),
    period: col.text,
    submission: col.uuid.orNull,
    status: col.text.as<ReportStatus>(),
    again: col.bool.notNull('of a NOT NULL column'),
    late: col.bool.notNull('coalesced'),
  }),
)

const cellText = (office: string, { form, period, submission, status, late }: OwedLine): string =>
  `{"office":${office},"form":"${form}","period":"${period}","submission":${submission && `"${submission}"`},"status":"${status}","late":${late}}`

/**
 * What is owed in a year within reach: each obligation with its office and the state of its report, by the name of the office, as
 * JSON text of the overview's `cells`; and how many are alike, in the order of their first. Ids, forms, periods and states have no
 * letter that JSON would escape: CHECKs and the catalogue of forms see to it.
 */
export const overviewOfYear = async (
  tx: Queryable,
  ask: {
    reach: { offices: string[] | null; reportTypes: ReportType[] | null }
    year: number
    practice: boolean
    now: Date
  },
): Promise<{ cells: string; counts: OwedCount[] }> => {
  const { reach, year, practice, now } = ask
  const [named, owed] = await Promise.all([
    tx.query(offices, [reach.offices]),
    tx.query(lines, [practice, String(year), reach.offices, reach.reportTypes, now]),
  ])
  const ofOffice = Map.groupBy(owed, ({ office }) => office)
  const counts = new Map<string, OwedCount>()
  const cells: string[] = []
  for (const office of named) {
    const told = JSON.stringify(office)
    for (const line of ofOffice.get(office.id) ?? []) {
      cells.push(cellText(told, line))
      const { form, status, again, late } = line
      const key = `${form} ${status} ${again} ${late}`
      const alike = counts.get(key) ?? { form, status, again, late, count: 0 }
      alike.count += 1
      counts.set(key, alike)
    }
  }
  return { cells: `[${cells.join(',')}]`, counts: [...counts.values()] }
}
