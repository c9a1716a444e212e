import type { EventType, ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import type { ToldEvent } from './enqueueMessages.ts'

/** What programs may be told of an event: ids, and what decides who may know. */
export interface Told {
  type: EventType
  at: Date
  /** Of the event in its chain; no other has it. */
  hash: string
  submission: string | null
  obligation: string | null
  office: string | null
  form: string | null
  period: string | null
  reportType: ReportType | null
  /** The office and those above it; null: of no single office. */
  path: string[] | null
}

const told = statement(
  'webhook-told',
  `SELECT e.type, e.at, e.hash, s.id AS submission, COALESCE(b.id, (e.data->>'obligation')::uuid) AS obligation, o.id AS office, w.form, w.period,
     split_part(w.form, '/', 1) AS "reportType", o.path
   FROM event e
   LEFT JOIN submission s ON s.id = CASE WHEN e.stream LIKE 'submission/%' THEN substr(e.stream, 12)::uuid END
   LEFT JOIN obligation b ON b.id = CASE WHEN s.id IS NULL AND e.stream LIKE 'submission/%' THEN substr(e.stream, 12)::uuid END
   CROSS JOIN LATERAL (SELECT COALESCE(s.office_id, b.office_id, (e.data->>'office')::uuid) AS office,
     COALESCE(s.form, b.form, e.data->>'form') AS form, COALESCE(s.period, b.period, e.data->>'period') AS period) w
   LEFT JOIN office o ON o.id = w.office
   WHERE e.stream = $1 AND e.seq = $2 AND NOT COALESCE(s.practice, b.practice, false)`,
  rowOf<Told>({
    type: col.text,
    at: col.timestamptz,
    hash: col.text,
    submission: col.uuid.orNull,
    obligation: col.uuid.orNull,
    office: col.uuid.orNull,
    form: col.text.orNull,
    period: col.text.orNull,
    reportType: col.text.as<ReportType>().orNull,
    path: col.uuids.orNull,
  }),
)

/** Null for what is only practice, of which no program is told. */
export const readTold = async (tx: Queryable, { stream, seq }: ToldEvent): Promise<Told | null> =>
  (await tx.query(told, [stream, seq]))[0] ?? null

/** The office and those above it; null where there is no such office. */
export const pathOfOffice = async (tx: Queryable, id: string): Promise<string[] | null> =>
  (await tx.prisma.office.findUnique({ where: { id }, select: { path: true } }))?.path ?? null
