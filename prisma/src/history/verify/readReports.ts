import type { Queryable } from '../../database.ts'
import { lowestId } from '../../lowestId.ts'
import { col, rowOf, statement } from '../../statement.ts'
import { type BoundKindName, kindsOfSubmission } from '../bound/boundKinds.ts'
import { readBound } from '../bound/readBound.ts'
import { type BindingEvent, bindingColumns, boundName, type RecordedRows, recordBound } from '../bound/recorded.ts'
import { instantText } from '../instantText.ts'
import { pages } from '../pages.ts'
import { submissionStream } from '../streams.ts'
import type { Tampering } from './tampering.ts'
import { verifyGone, verifyRows } from './verifyBound.ts'
import { verifyStart } from './verifyStart.ts'
import { verifyStep } from './verifyStep.ts'
import { type StandingTick, verifyTicks } from './verifyTicks.ts'

const verifyReports = statement('verify-reports', 'SELECT id FROM submission WHERE id > $1 ORDER BY id LIMIT 200', {
  id: col.uuid,
})

/** Every report, with its notes, files, parts, requests and ticks, against what its events left of them, some hundred at a time. */
export async function* readReports(db: Queryable, since: string | null): AsyncGenerator<Tampering> {
  const all = pages<{ id: string }>(
    [lowestId],
    after => db.query(verifyReports, after),
    ({ id }) => [id],
  )
  for await (const page of all) {
    const submissions = page.map(({ id }) => id)
    const events = await readEvents(db, submissions)
    const recorded = new Map<string, RecordedRows>()
    for (const id of submissions) {
      const rows: RecordedRows = new Map()
      for (const event of events.get(submissionStream(id)) ?? []) {
        const isOver = [...rows.values()].some(({ partly }) => !partly)
        yield* verifyStart(event, { since, recorded: rows, isOver })
        yield* verifyStep(event, rows)
        recordBound(rows, event)
        recordKnown(rows, id, event)
      }
      recorded.set(id, rows)
    }
    for (const kind of kindsOfSubmission)
      for (const row of await readBound(db, kind, { submissions }))
        yield* verifyRows(kind, [row], { recorded: recorded.get(row.submission!)!, since })
    for (const [id, rows] of recorded) yield* verifyGone(rows, id)
    const ticks = await readTicks(db, submissions)
    for (const id of submissions) yield* verifyTicks(id, ticks.get(id) ?? [], events.get(submissionStream(id)) ?? [])
  }
  yield* await readLost(db)
  yield* await readDue(db)
}

const verifyBinding = statement(
  'verify-binding',
  `SELECT ${bindingColumns} FROM event WHERE stream = ANY ($1) ORDER BY stream, seq`,
  rowOf<BindingEvent>({
    stream: col.text,
    seq: col.int4,
    type: col.text,
    at: col.text.notNull('of NOT NULL columns'),
    actor: col.text,
    data: col.jsonb,
  }),
)

const readEvents = async (db: Queryable, submissions: string[]): Promise<Map<string, BindingEvent[]>> =>
  Map.groupBy(await db.query(verifyBinding, [submissions.map(submissionStream)]), ({ stream }) => stream)

const verifyTicksSql = statement(
  'verify-ticks',
  `SELECT submission_id AS submission, n, anchor, digest, by, ${instantText('at')} AS at
     FROM tick WHERE submission_id = ANY ($1::uuid[]) ORDER BY n, anchor`,
  rowOf<StandingTick & { submission: string }>({
    submission: col.uuid,
    n: col.int4,
    anchor: col.text,
    digest: col.text.orNull,
    by: col.text,
    at: col.text.notNull('of NOT NULL columns'),
  }),
)

const readTicks = async (db: Queryable, submissions: string[]): Promise<Map<string, StandingTick[]>> =>
  Map.groupBy(await db.query(verifyTicksSql, [submissions]), ({ submission }) => submission)

const verifyLostReports = statement(
  'verify-lost-reports',
  `SELECT substr(e.stream, 12) AS id, ${instantText('e.at')} AS at FROM event e
   WHERE e.type IN ('submission.created', 'submission.archived') AND e.stream LIKE 'submission/%'
     AND NOT EXISTS (SELECT 1 FROM submission s WHERE 'submission/' || s.id = e.stream)`,
  { id: col.text.notNull('of NOT NULL columns'), at: col.text.notNull('of NOT NULL columns') },
)

/** Reports that history knows and that are gone as a whole. */
const readLost = async (db: Queryable): Promise<Tampering[]> => {
  const lost = await db.query(verifyLostReports)
  return lost.map(({ id, at }) => ({
    code: 'row-missing',
    where: `laporan ${id}`,
    message: 'Tercatat dalam riwayat, tetapi tidak ada lagi.',
    at,
  }))
}

const verifyDue = statement(
  'verify-due',
  `SELECT s.id, b.id IS NOT NULL AS "isThere", COALESCE(b.extended_to, b.due_at) AS own, s.due_at AS due
   FROM submission s LEFT JOIN obligation b ON b.id = s.id
   WHERE s.origin = 'filed' AND CASE WHEN b.id IS NULL THEN s.number = 1 ELSE date_trunc('milliseconds', s.due_at)
     IS DISTINCT FROM date_trunc('milliseconds', COALESCE(b.extended_to, b.due_at)) END`,
  {
    id: col.uuid,
    isThere: col.bool.notNull('a test for null'),
    own: col.timestamptz.notNull('coalesced'),
    due: col.timestamptz.orNull,
  },
)

/**
 * An obligation has the id of its first report, and its deadline (decision 0048), which is bound. Events tell instants to the
 * millisecond.
 */
const readDue = async (db: Queryable): Promise<Tampering[]> => {
  const differing = await db.query(verifyDue)
  return differing.map(({ id, isThere, own, due }) => ({
    code: isThere ? 'row-changed' : 'row-missing',
    where: `kewajiban ${id}`,
    message: isThere
      ? `Tenggat kewajiban ${own.toISOString()}, tetapi tenggat laporannya ${due?.toISOString() ?? 'kosong'}.`
      : 'Laporannya sudah dimulai, tetapi kewajibannya tidak ada lagi.',
    at: null,
  }))
}

/** Events by which a row is known to have been made, with where they name it. */
const made: Record<string, [BoundKindName, string]> = {
  'note.added': ['note', 'note'],
  'attachment.added': ['attachment', 'attachment'],
  'attachment.replaced': ['attachment', 'attachment'],
  'contribution.given': ['contribution', 'contribution'],
  'reopening.requested': ['reopening', 'request'],
}

/** The status that an event left its report in; undefined where it says nothing of it. */
const statusAfter = ({ type, data }: BindingEvent): unknown => {
  if (type === 'submission.created') return 'draft'
  if (type === 'submission.archived') return 'approved'
  return type.startsWith('submission.') && 'revision' in data ? data.to : undefined
}

/** What is known from an event of before rows were bound: that a row was made, and the status of its report. */
const recordKnown = (rows: RecordedRows, submission: string, event: BindingEvent): void => {
  if (event.data.bound) return
  const [kind, named] = made[event.type] ?? []
  if (kind && named) put(rows, boundName(kind, String(event.data[named])), {}, event)
  const status = statusAfter(event)
  if (typeof status === 'string') put(rows, boundName('submission', submission), { status }, event)
}

const put = (rows: RecordedRows, name: string, columns: Record<string, unknown>, by: BindingEvent): void => {
  const before = rows.get(name)
  const partly = before === undefined || before.partly ? ({ partly: true } as const) : {}
  const { seq, type, at } = by
  rows.set(name, { columns: { ...before?.columns, ...columns }, by: { seq, type, at }, ...partly })
}
