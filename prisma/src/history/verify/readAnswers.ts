import type { RowRecord } from '@sepakat/rules'
import type { Queryable } from '../../database.ts'
import { lowestId } from '../../lowestId.ts'
import { col, rowOf, statement } from '../../statement.ts'
import { instantText } from '../instantText.ts'
import { pages } from '../pages.ts'
import type { ReplayedChange } from './replayAnswers.ts'
import type { Tampering } from './tampering.ts'
import { verifyAnswers } from './verifyAnswers.ts'

type Of = { submission: string }

const verifyVersions = statement(
  'verify-versions',
  'SELECT id, version FROM submission WHERE id > $1 ORDER BY id LIMIT 50',
  { id: col.uuid, version: col.int4 },
)
const verifyReplayed = statement(
  'verify-replayed',
  `SELECT submission_id AS submission, seq, table_id AS "table", row_id AS "row", field, op, "to", actor AS by, ${instantText('at')} AS at
       FROM answer_change WHERE submission_id = ANY ($1::uuid[]) ORDER BY submission_id, seq`,
  rowOf<ReplayedChange & Of>({
    submission: col.uuid,
    seq: col.int4,
    table: col.text,
    row: col.text,
    field: col.text,
    op: col.text,
    to: col.jsonb.orNull,
    by: col.text,
    at: col.text.notNull('of NOT NULL columns'),
  }),
)
const verifyAnswerRows = statement(
  'verify-answer-rows',
  `SELECT submission_id AS submission, table_id AS "table", row_id AS "row", fields FROM answer_row
       WHERE submission_id = ANY ($1::uuid[]) ORDER BY submission_id, table_id, row_id`,
  rowOf<RowRecord & Of>({ submission: col.uuid, table: col.text, row: col.text, fields: col.jsonb }),
)

/** The current answers of every report against its changes, some reports at a time. */
export async function* readAnswers(db: Queryable): AsyncGenerator<Tampering> {
  const all = pages<{ id: string; version: number }>(
    [lowestId],
    after => db.query(verifyVersions, after),
    ({ id }) => [id],
  )
  for await (const page of all) {
    const ids = page.map(({ id }) => id)
    const changes = Map.groupBy(await db.query(verifyReplayed, [ids]), ({ submission }) => submission)
    const rows = Map.groupBy(await db.query(verifyAnswerRows, [ids]), ({ submission }) => submission)
    for (const { id, version } of page)
      yield* verifyAnswers({
        submission: id,
        version,
        rows: rows.get(id) ?? [],
        changes: changes.get(id) ?? [],
      })
  }
}
