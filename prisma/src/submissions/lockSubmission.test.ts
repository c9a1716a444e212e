import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertContribution } from '../contributions/contribution.ts'
import { type Database, openDatabase, type Queryable } from '../database.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { transaction } from '../transaction.ts'
import { lockToMove, lockToSubmit } from './lockToMove.ts'
import { lockToSave } from './lockToSave.ts'
import { lockSubmission, type SubmissionRecord } from './submission.ts'

type Locked = Pick<SubmissionRecord, 'contributions'> | null

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, max: 4 })
})
afterAll(async () => {
  await db.close()
  await database.dispose()
})

/** Until a statement waits for a lock. */
const waits = async (): Promise<void> => {
  const sql = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  while ((await db.pool.query(sql)).rows.length === 0) await new Promise(resolve => setTimeout(resolve, 10))
}

it.each([
  ['to read and move it', '2026-TW1', lockSubmission],
  ['to save in it', '2026-TW2', lockToSave],
  ['to make a move', '2026-TW3', async (tx, id) => (await lockToMove(tx, id, v7()))?.submission ?? null],
  [
    'to submit it',
    '2026-TW4',
    async (tx, id) =>
      (await lockToSubmit(tx, id, { actor: 'system', person: v7(), today: '2026-11-24' }))?.submission ?? null,
  ],
] as [string, string, (tx: Queryable, id: string) => Promise<Locked>][])(
  'a submission locked after a wait %s has the parts that were handed out meanwhile',
  async (_, period, lock) => {
    const { id: office } = await db.prisma.office.findFirstOrThrow({ select: { id: true } })
    const [id, part] = [v7(), v7()]
    const made = { officeId: office, form: 'spm/triwulan', reportType: 'spm', period, number: 1 }
    await db.prisma.submission.create({ data: { id, ...made, formVersion: 1, status: 'draft', createdBy: 'system' } })
    let second: Promise<Locked> = Promise.resolve(null)
    await transaction(db, async tx => {
      await lockSubmission(tx, id)
      second = transaction<Locked>(db, other => lock(other, id))
      await waits()
      const at = new Date()
      const given = { anchors: ['/recipients' as const], dueAt: at, note: '', by: 'system' as const, at }
      await insertContribution(tx, { id: part, submission: id, office, person: null, ...given })
    })
    expect((await second)?.contributions.map(given => given.id)).toEqual([part])
  },
)
