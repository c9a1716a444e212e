import type { Database } from '../database.ts'
import { lowestId } from '../lowestId.ts'
import { col, statement } from '../statement.ts'
import { type Transaction, transaction } from '../transaction.ts'
import type { Bound } from './bound/bind.ts'
import { type BoundKindName, kindsOfRights, kindsOfSubmission } from './bound/boundKinds.ts'
import { type BoundRow, readBound } from './bound/readBound.ts'
import { boundName, boundSince, type RecordedRows, recordBound, rightsEvents } from './bound/recorded.ts'
import { pages } from './pages.ts'
import { appendEvents } from './record.ts'
import { submissionStream } from './streams.ts'

const atOnce = 200

const bindTurn = statement('bind-turn', `SELECT pg_advisory_xact_lock(hashtextextended('bind', 0))`)

/**
 * Once in the life of a database, when it is first opened by a release that binds: what is there and no event binds yet is bound
 * as it is, by events that say so. What was done to it before, they do not prove.
 */
export const bindExisting = (db: Database, at: Date): Promise<void> =>
  transaction(db, async tx => {
    await tx.query(bindTurn)
    if ((await boundSince(tx)) !== null) return
    await bindSubmissions(tx, at)
    await bindRights(tx, at)
  })

const say = (tx: Transaction, stream: string, at: Date, bound: Bound) =>
  appendEvents(tx, { actor: 'system', at }, [{ stream, type: 'history.bound', data: { bound } }])

const unboundSubmissions = statement(
  'unbound-submissions',
  `SELECT s.id FROM submission s WHERE s.id > $1 AND NOT EXISTS (
         SELECT 1 FROM event e WHERE e.stream = 'submission/' || s.id AND e.data ? 'bound') ORDER BY s.id LIMIT ${atOnce}`,
  { id: col.uuid },
)

/** Each in its own stream, where no event binds anything yet. */
const bindSubmissions = async (tx: Transaction, at: Date): Promise<void> => {
  const all = pages<{ id: string }>(
    [lowestId],
    after => tx.query(unboundSubmissions, after),
    ({ id }) => [id],
  )
  for await (const page of all) {
    const bound = new Map<string, Bound>()
    const submissions = page.map(({ id }) => id)
    for (const kind of kindsOfSubmission)
      for (const row of await readBound(tx, kind, { submissions }))
        bound.set(row.submission!, withRow(bound.get(row.submission!) ?? {}, kind, row))
    for (const [id, rows] of bound) await say(tx, submissionStream(id), at, rows)
  }
}

const withRow = (bound: Bound, kind: BoundKindName, { id, columns }: BoundRow): Bound => ({
  ...bound,
  [kind]: { ...bound[kind], [id]: columns },
})

/** At least one event: it says from when on everything is bound. */
const bindRights = async (tx: Transaction, at: Date): Promise<void> => {
  const known: RecordedRows = new Map()
  for await (const page of rightsEvents(tx)) for (const event of page) recordBound(known, event)
  await say(tx, 'rights', at, {})
  for (const kind of kindsOfRights) {
    const all = pages<BoundRow>(
      [''],
      ([after]) => readBound(tx, kind, { after: String(after), limit: atOnce }),
      ({ id }) => [id],
    )
    for await (const page of all) {
      const rows = page.filter(({ id }) => !known.has(boundName(kind, id)))
      const columns = Object.fromEntries(rows.map(row => [row.id, row.columns]))
      if (rows.length > 0) await say(tx, 'rights', at, { [kind]: columns })
    }
  }
}
