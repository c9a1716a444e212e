import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase } from '../database.ts'
import { appendEvents } from '../history/record.ts'
import { submissionStream } from '../history/streams.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { type Transaction, transaction } from '../transaction.ts'
import { findOwed } from './findOwed.ts'

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

const tellOf = (tx: Transaction, id: string) =>
  appendEvents(tx, { actor: 'system', at: new Date() }, [
    { stream: submissionStream(id), type: 'history.bound', data: { bound: {} } },
  ])

it('who waits for an obligation that another changes meanwhile reads it, as a post and by a key', async () => {
  const { rows } = await db.pool.query(
    `INSERT INTO obligation (id, office_id, form, period, due_at)
     SELECT gen_random_uuid(), id, 'spm/triwulan', '2026-TW1', now() FROM office LIMIT 1 RETURNING id`,
  )
  const { id } = rows[0]
  const waiter = openDatabase({ url: database.appUrl, max: 1 })
  try {
    // often enough that one plan is kept for all values
    for (const kind of ['post', 'key'] as const)
      for (let n = 0; n < 8; n++) {
        const told = kind === 'key' && n === 7
        const changed = Promise.withResolvers<void>()
        const first = transaction(db, async tx => {
          await tx.prisma.$executeRaw`UPDATE obligation SET extended_to = now() WHERE id = ${id}::uuid`
          if (told) await tellOf(tx, id)
          changed.resolve()
          await new Promise(resolve => setTimeout(resolve, 60))
        })
        await changed.promise
        const found = await transaction(waiter, tx =>
          findOwed(tx, { obligation: id }, { actor: `${kind}:${id}`, today: '2026-11-24' }),
        )
        await first
        expect(found).toMatchObject({ id, extendedTo: expect.any(Date), told, askerRow: null })
      }
  } finally {
    await waiter.close()
  }
})
