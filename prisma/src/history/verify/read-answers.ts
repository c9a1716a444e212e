import type { RowRecord } from '@sepakat/rules'
import type { Queryable } from '../../database.ts'
import { instantText } from '../instant-text.ts'
import { pages } from './pages.ts'
import type { ReplayedChange } from './replay-answers.ts'
import type { Tampering } from './tampering.ts'
import { verifyAnswers } from './verify-answers.ts'

type Of = { submission: string }

/** The current answers of every report against its changes, some reports at a time. */
export async function* readAnswers(db: Queryable): AsyncGenerator<Tampering> {
  const all = pages<{ id: string; version: number }>(
    ['00000000-0000-0000-0000-000000000000'],
    after =>
      db.query('verify-versions', 'SELECT id, version FROM submission WHERE id > $1 ORDER BY id LIMIT 50', after),
    ({ id }) => [id],
  )
  for await (const page of all) {
    const ids = page.map(({ id }) => id)
    const changes = Map.groupBy(
      await db.query<ReplayedChange & Of>(
        'verify-replayed',
        `SELECT submission_id AS submission, seq, table_id AS "table", row_id AS "row", field, op, "to", actor AS by, ${instantText('at')} AS at
         FROM answer_change WHERE submission_id = ANY ($1::uuid[]) ORDER BY submission_id, seq`,
        [ids],
      ),
      ({ submission }) => submission,
    )
    const rows = Map.groupBy(
      await db.query<RowRecord & Of>(
        'verify-answer-rows',
        `SELECT submission_id AS submission, table_id AS "table", row_id AS "row", fields FROM answer_row
         WHERE submission_id = ANY ($1::uuid[]) ORDER BY submission_id, table_id, row_id`,
        [ids],
      ),
      ({ submission }) => submission,
    )
    for (const { id, version } of page)
      yield* verifyAnswers({
        submission: id,
        version,
        rows: rows.get(id) ?? [],
        changes: changes.get(id) ?? [],
      })
  }
}
