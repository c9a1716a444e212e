/**
 * The connection of a write is terminated after its rows, after its event, after the answer that is kept for a repetition and after
 * the line that lists read, each before COMMIT: nothing of it may be there, its key is free, and the same request again is done once.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '@sepakat/db'
import { differingLines } from '@sepakat/db/submissions/testingLines.ts'
import type { LightMyRequestResponse } from 'fastify'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing } from '#testing/filing.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

/** Where a write waits until it is killed. */
const stop = 13_13

let api: TestApi
let team: Filing
let coordinator: SignedIn
/** One connection holds the lock at which the write waits, another ends what waits there. */
let holder: ReturnType<typeof openDatabase>
let killer: ReturnType<typeof openDatabase>
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  coordinator = await api.as({ role: 'coordinator' })
  holder = openDatabase({ url: api.superuserUrl, max: 1 })
  killer = openDatabase({ url: api.superuserUrl, max: 1 })
  await killer.pool.query(`CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_advisory_xact_lock(${stop}); RETURN NULL; END $$`)
})
afterAll(async () => {
  await holder.close()
  await killer.close()
  await api.close()
})

const killWaiting = async (): Promise<void> => {
  for (let tries = 0; tries < 500; tries++) {
    const { rows } = await killer.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks
       WHERE locktype = 'advisory' AND objid = ${stop} AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    )
    if (rows.length > 0) return
    await wait(20)
  }
  throw new Error('no write waits')
}

/** The answer to a request whose connection is terminated when it has done this to this table. */
const killed = async (at: string, ask: () => Promise<LightMyRequestResponse>): Promise<LightMyRequestResponse> => {
  const table = at.split(' ON ')[1]
  await killer.pool.query(`CREATE TRIGGER stop_here AFTER ${at} FOR EACH ROW EXECUTE FUNCTION stop_here()`)
  await holder.pool.query(`SELECT pg_advisory_lock(${stop})`)
  try {
    const [answer] = await Promise.all([ask(), killWaiting()])
    return answer
  } finally {
    await holder.pool.query(`SELECT pg_advisory_unlock(${stop})`)
    await killer.pool.query(`DROP TRIGGER stop_here ON ${table}`)
  }
}

const afterItsEvent = ['its event', 'INSERT ON event'] as const
const afterItsLine = ['its line in the lists', 'UPDATE ON report_line'] as const
const afterItsAnswer = ['its answer is kept', 'UPDATE ON idempotent_answer'] as const
const count = (events: { type: string }[], type: string) => events.filter(event => event.type === type).length

describe('an announcement whose connection is terminated', () => {
  it.each([['its row', 'INSERT ON announcement'] as const, afterItsEvent, afterItsAnswer])(
    'after %s leaves nothing, and is made once by the same request',
    async (_, at) => {
      const [text, key] = [`Tenggat diundur ${v7()}`, v7()]
      const body = { text, from: '2026-11-01', to: '2099-12-31', reportTypes: ['spm'] }
      const ask = () => coordinator.call('POST', '/announcements', body, { 'idempotency-key': key })
      const listed = async () =>
        (await coordinator.call('GET', '/announcements'))
          .json()
          .items.filter((one: { text: string }) => one.text === text)
      const recorded = async () => (await api.events('rights')).filter(({ data }) => data.text === text)

      expect((await killed(at, ask)).statusCode).toBeGreaterThanOrEqual(500)
      expect([await listed(), await recorded()]).toEqual([[], []])
      const again = await ask()
      expect(again.statusCode).toBe(201)
      expect((await ask()).json()).toEqual(again.json())
      expect([(await listed()).length, count(await recorded(), 'announcement.changed')]).toEqual([1, 1])
    },
  )
})

describe('a submit whose connection is terminated', () => {
  it.each([
    ['its revision', 'INSERT ON revision'] as const,
    ['its report', 'UPDATE ON submission'] as const,
    afterItsEvent,
    afterItsAnswer,
    afterItsLine,
  ])('after %s leaves the draft, and is done once by the same request', async (_, at) => {
    const id = await team.begin()
    const key = { 'idempotency-key': v7() }
    const ask = () => team.move(team.operator, id, 'submit', {}, key)
    const state = async () => {
      const { status, version } = (await team.operator.call('GET', `/submissions/${id}`)).json()
      const { items } = (await team.operator.call('GET', `/submissions/${id}/revisions`)).json()
      const events = (await team.operator.call('GET', `/submissions/${id}/events`)).json().items
      expect(await differingLines(api.db)).toEqual([])
      return { status, version, revisions: items.length, submitted: count(events, 'submission.submitted') }
    }

    const before = await state()
    expect(before).toMatchObject({ status: 'draft', revisions: 0, submitted: 0 })
    expect((await killed(at, ask)).statusCode).toBeGreaterThanOrEqual(500)
    expect(await state()).toEqual(before)
    const again = await ask()
    expect(again.statusCode, again.body).toBe(200)
    expect((await ask()).json()).toEqual(again.json())
    expect(await state()).toMatchObject({ status: 'submitted', revisions: 1, submitted: 1 })
  })
})
