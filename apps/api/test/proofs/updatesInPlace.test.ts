import { sealHeads, transaction } from '@sepakat/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Filing
let id: string
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  id = await team.begin()
})
afterAll(() => api.close())

/** Each connection tells what it wrote when it is asked, or some time later. */
const tellAll = async () => {
  const all = await Promise.all(Array.from({ length: api.db.pool.options.max ?? 10 }, () => api.db.pool.connect()))
  for (const client of all) {
    await client.query('SELECT pg_stat_force_next_flush()')
    await client.query('SELECT 1')
    client.release()
  }
}

/** Of the updates of a table, those that made an entry in each of its indexes. */
const elsewhere = async (
  table: string,
  run: () => Promise<unknown>,
): Promise<{ updates: boolean; elsewhere: number }> => {
  const read = async () => {
    await tellAll()
    const { rows } = await api.db.pool.query<{ updates: number; inPlace: number }>(
      `SELECT n_tup_upd::int AS updates, n_tup_hot_upd::int AS "inPlace" FROM pg_stat_user_tables WHERE relname = $1`,
      [table],
    )
    return rows[0]!
  }
  const before = await read()
  await run()
  const after = await read()
  const updates = after.updates - before.updates
  return { updates: updates > 0, elsewhere: updates - (after.inPlace - before.inPlace) }
}

const none = { updates: true, elsewhere: 0 }
const seal = () => transaction(api.db, tx => sealHeads(tx, new Date()))

// An update of PostgreSQL writes into all indexes of its table unless no index has a column that changed (HOT).
describe('what is written again and again is written in its place', () => {
  it.each(['submission', 'answer_row'])('%s by a save', async table => {
    const report = await team.begin()
    await team.set(report, { '/recipients/gepeng/due': '40' })
    expect(await elsewhere(table, () => team.set(report, { '/recipients/gepeng/served': '40' }))).toEqual(none)
  })

  it('the head of a stream by an event, and by its seal', async () => {
    await seal()
    expect(
      await elsewhere('event_head', () => team.through(id, ['operator', 'submit'], ['verifier', 'claim'])),
    ).toEqual(none)
    expect(await elsewhere('event_head', seal)).toEqual(none)
  })

  it('what is owed by a move', async () => {
    expect(await elsewhere('obligation', () => team.through(id, ['verifier', 'approve']))).toEqual(none)
  })
})
