import { type FormId, isPractice, type PeriodKey, prerequisitesOf, type ReportStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import type { LineRow } from './list-lines.ts'

/** A report of the same office that must have been submitted before another can be started. */
export interface Prerequisite {
  form: FormId
  period: PeriodKey
  practice: boolean
  /** Null where the office does not owe it. */
  obligation: string | null
  submission: string | null
  status: ReportStatus
}
type Found = Omit<Prerequisite, 'practice'> & { office: string }

const keyOf = (office: string, { form, period }: { form: string; period: string }): string =>
  `${office} ${form} ${period}`

/** Of the lines that nobody started: by the id of the line, what has to be submitted before they can be. One statement at most. */
export const unmetPrerequisites = async (
  tx: Queryable,
  rows: Pick<LineRow, 'id' | 'status' | 'officeId' | 'form' | 'period'>[],
): Promise<ReadonlyMap<string, Prerequisite[]>> => {
  const wanting = rows
    .filter(({ status }) => status === 'not-begun')
    .map(row => ({ row, wanted: prerequisitesOf(row) }))
    .filter(({ wanted }) => wanted.length > 0)
  const asked = new Map(
    wanting.flatMap(({ row: { officeId }, wanted }) =>
      wanted.map(report => [keyOf(officeId, report), { office: officeId, ...report }] as const),
    ),
  )
  if (asked.size === 0) return new Map()
  const keys = [...asked.values()]
  const unmet = await tx.query<Found>(
    'unmet-prerequisites',
    `SELECT w.office, w.form, w.period, b.id AS obligation, b.submission_id AS submission, COALESCE(b.status, 'not-begun') AS status
     FROM unnest($1::uuid[], $2::text[], $3::text[]) AS w(office, form, period)
     LEFT JOIN LATERAL (SELECT * FROM obligation o WHERE o.office_id = w.office AND o.form = w.form AND o.period = w.period LIMIT 1) b ON true
     CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM submission s WHERE s.office_id = w.office AND s.form = w.form AND s.period = w.period
       AND (s.latest_revision IS NOT NULL OR s.origin = 'archive')) AS met) m
     WHERE NOT m.met`,
    [keys.map(key => key.office), keys.map(key => key.form), keys.map(key => key.period)],
  )
  const byKey = new Map(unmet.map(({ office, ...report }) => [keyOf(office, report), report]))
  return new Map(
    wanting.map(({ row, wanted }) => [
      row.id,
      wanted.flatMap(report => {
        const found = byKey.get(keyOf(row.officeId, report))
        return found ? [{ ...found, practice: isPractice(found.period) }] : []
      }),
    ]),
  )
}
