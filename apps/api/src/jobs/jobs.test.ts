import { utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { enqueue, transaction } from '@sepakat/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '#http/log.ts'
import { diskStore } from '#storage/diskStore.ts'
import type { FileStore } from '#storage/fileStore.ts'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { cleanUp } from './cleanUp.ts'
import { refreshStale, startWorker } from './startWorker.ts'

let api: TestApi
let team: Filing
let storage: FileStore
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  storage = await diskStore(api.config.filesDir)
})
afterAll(() => api.close())

const rows = async (sql: string, values: unknown[] = []) => (await api.db.pool.query(sql, values)).rows
const until = async (met: () => Promise<boolean>) => {
  for (const deadline = Date.now() + 15_000; Date.now() < deadline; await sleep(100)) if (await met()) return true
  return false
}

describe('the worker', () => {
  it('works what was enqueued as the application account, says nothing of it, and stops when asked', async () => {
    const id = await team.begin()
    await team.through(id, ['operator', 'submit'])
    const said: string[] = []
    const log = createLog('warn', { write: line => void said.push(line) })
    const ground = { db: api.db, config: api.config, storage, clock: () => new Date() }
    const worker = await startWorker(ground, log, { pollSeconds: 0.5 })
    await transaction(api.db, async tx => enqueue(tx, 'seal', '', {}))
    await transaction(api.db, async tx => enqueue(tx, 'recheck', id, { submission: id, because: 'Uji' }))
    const done = async () =>
      (await rows(`SELECT name FROM pgboss.job WHERE state = 'completed' AND name IN ('seal', 'recheck')`)).length >= 2
    expect(await until(done)).toBe(true)
    const crons = await rows('SELECT name, cron, timezone FROM pgboss.schedule ORDER BY name')
    expect(crons).toContainEqual({ name: 'seal', cron: '* * * * *', timezone: 'Asia/Makassar' })
    const names = [
      ...['clean-up', 'feed', 'lines', 'mail', 'notices', 'office-paths'],
      ...['progress', 'recompute', 'reorganise', 'seal', 'webhook-late'],
    ]
    expect(crons.map(({ name }) => name)).toEqual(names)
    const sealed = await rows('SELECT heads ? $1 AS has FROM seal', [`submission/${id}`])
    expect(sealed).toEqual([{ has: true }])
    const stopping = performance.now()
    await worker.stop()
    expect(performance.now() - stopping).toBeLessThan(5000)
    expect(said).toEqual([])
  })

  it('says what failed, by its kind, and tries it again', async () => {
    const said: string[] = []
    const log = createLog('error', { write: line => void said.push(line) })
    const broken = { ...storage, sweep: () => Promise.reject(new TypeError('no such folder')) }
    const ground = { db: api.db, config: api.config, storage: broken, clock: () => new Date() }
    const worker = await startWorker(ground, log, { pollSeconds: 0.5 })
    await transaction(api.db, async tx => enqueue(tx, 'clean-up', '', {}))
    expect(await until(async () => said.length > 0)).toBe(true)
    await worker.stop()
    expect(JSON.parse(said[0]!)).toMatchObject({ job: 'clean-up', err: { type: 'TypeError' } })
  })
})

describe('receipts', () => {
  it('carry the newest seal of their time', async () => {
    const id = await team.begin()
    const { receipt } = (await team.move(team.operator, id, 'submit')).json()
    const [seal] = await rows('SELECT n, hash FROM seal ORDER BY n DESC LIMIT 1')
    expect(receipt.seal).toBe(`${seal.n}:${seal.hash}`)
  })
})

describe('the progress of drafts', () => {
  it('is computed once typing has paused', async () => {
    const id = await team.begin()
    await team.set(id, { '/recipients/gepeng/due': '7', '/recipients/gepeng/served': '7' })
    const stored = () => rows('SELECT progress_version = version AS fresh FROM submission WHERE id = $1', [id])
    await refreshStale(api.db, new Date())
    expect(await stored()).toEqual([{ fresh: false }])
    expect(await refreshStale(api.db, new Date(Date.now() + 60_000))).toBeGreaterThan(0)
    expect(await stored()).toEqual([{ fresh: true }])
  })
})

describe('cleaning up', () => {
  it('lets go of what served its time, and of nothing else', async () => {
    const old = path.join(api.config.filesDir, 'incoming', 'left-behind')
    await writeFile(old, 'x')
    await utimes(old, new Date(0), new Date(0))
    await api.db.pool.query(
      `INSERT INTO idempotent_answer (actor, key, request, status, at)
       VALUES ('system', 'old', '', 200, now() - interval '8 days'), ('system', 'new', '', 200, now())`,
    )
    await api.db.pool.query(
      `INSERT INTO throttle (key, count, since) VALUES ('old', 1, now() - interval '2 days'), ('new', 1, now())`,
    )
    const ended = await api.as({ role: 'operator', offices: [team.office] })
    await api.db.pool.query(`UPDATE session SET expires_at = now() - interval '1 minute' WHERE id = $1`, [
      ended.sessionId,
    ])
    await cleanUp(api.db, storage, new Date())
    expect(await rows('SELECT key FROM idempotent_answer')).toEqual([{ key: 'new' }])
    expect(await rows('SELECT key FROM throttle')).toEqual([{ key: 'new' }])
    expect(await rows('SELECT id FROM session WHERE id = $1', [ended.sessionId])).toEqual([])
    expect(await rows('SELECT id FROM session WHERE id = $1', [team.operator.sessionId])).toHaveLength(1)
    await expect(utimes(old, new Date(), new Date())).rejects.toThrow('ENOENT')
  })
})

describe('an earlier report that changes', () => {
  it('leaves a job for each report that reads it, in the transaction of the move', async () => {
    const later = await team.begin('2028-TW2')
    const earlier = await team.begin('2028-TW1')
    await team.through(later, ['operator', 'submit'])
    const jobs = () => rows(`SELECT data FROM pgboss.job WHERE name = 'recheck' AND singleton_key = $1`, [later])
    const before = (await jobs()).length
    await team.through(earlier, ['operator', 'submit'])
    const after = await jobs()
    expect(after.length).toBe(before + 1)
    expect(after.at(-1).data).toMatchObject({ submission: later, because: expect.stringContaining('dikirim') })
    const refused = await team.move(team.verifier, earlier, 'return', { dueAt: soon() })
    expect(refused.statusCode).toBe(409)
    expect(await jobs()).toHaveLength(after.length)
  })
})
