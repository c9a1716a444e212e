import type { EventType } from '@sepakat/rules'
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
  form: string | null
  period: string | null
  /** Offices of which it tells: a key may know it that reaches one of them, and is told of the first that it reaches. */
  of: ToldOffice[]
}
interface ToldOffice {
  /** As it is named in the message; null: of no single office. */
  office: string | null
  /** The office and those above it, for who may know; null: who may know of any office. */
  path: string[] | null
}
type ToldRow = Omit<Told, 'of'> & ToldOffice

// What a reorganisation did to reports is told by their own events, so that of `office.changed` only what had none is left.
const told = statement(
  'webhook-told',
  `SELECT e.type, e.at, e.hash, s.id AS submission, COALESCE(b.id, (e.data->>'obligation')::uuid) AS obligation, w.form, w.period,
     CASE WHEN e.type <> 'office.changed' THEN c.office END AS office,
     COALESCE(o.path, CASE WHEN c.office IS NOT NULL THEN '{}'::uuid[] END) AS path
   FROM event e
   LEFT JOIN submission s ON s.id = CASE WHEN e.stream LIKE 'submission/%' THEN substr(e.stream, 12)::uuid END
   LEFT JOIN obligation b ON b.id = CASE WHEN s.id IS NULL AND e.stream LIKE 'submission/%' THEN substr(e.stream, 12)::uuid END
   CROSS JOIN LATERAL (SELECT COALESCE(s.office_id, b.office_id, (e.data->>'office')::uuid) AS office,
     COALESCE(s.form, b.form, e.data->>'form') AS form, COALESCE(s.period, b.period, e.data->>'period') AS period) w
   CROSS JOIN LATERAL unnest(CASE e.type
     WHEN 'submission.office-changed' THEN ARRAY[(e.data->>'to')::uuid, (e.data->>'from')::uuid]
     WHEN 'office.changed' THEN w.office || ARRAY(SELECT jsonb_array_elements_text(e.data->'successors')::uuid)
     ELSE ARRAY[w.office] END) WITH ORDINALITY AS c(office, n)
   LEFT JOIN office o ON o.id = c.office
   WHERE e.stream = $1 AND e.seq = $2 AND NOT COALESCE(s.practice, b.practice, w.period LIKE '%-latihan', false)
     AND (e.type <> 'office.changed' OR e.data->>'change' = 'reorganised'
       AND jsonb_array_length(e.data->'handed') + jsonb_array_length(e.data->'added') + jsonb_array_length(e.data->'covered') > 0)
   ORDER BY c.n`,
  rowOf<ToldRow>({
    type: col.text,
    at: col.timestamptz,
    hash: col.text,
    submission: col.uuid.orNull,
    obligation: col.uuid.orNull,
    form: col.text.orNull,
    period: col.text.orNull,
    office: col.uuid.orNull,
    path: col.uuids.orNull,
  }),
)

/** Null for what is only practice, of which no program is told, and for what changed nothing that is told. */
export const readTold = async (tx: Queryable, { stream, seq }: ToldEvent): Promise<Told | null> => {
  const rows = await tx.query(told, [stream, seq])
  const [first] = rows
  if (first === undefined) return null
  const { office: _, path: __, ...rest } = first
  return { ...rest, of: rows.map(({ office, path }) => ({ office, path })) }
}

/** The office and those above it; null where there is no such office. */
export const pathOfOffice = async (tx: Queryable, id: string): Promise<string[] | null> =>
  (await tx.prisma.office.findUnique({ where: { id }, select: { path: true } }))?.path ?? null
