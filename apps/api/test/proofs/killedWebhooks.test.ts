/**
 * Workers that send messages are killed right after the receiver has answered, before that is noted: every message arrives, and each
 * kill repeats at most one. `WEBHOOK_KILLS` makes it longer.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Filing, filing } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { webhookJobs } from '#testing/webhookJobs.ts'
import { type WebhookReceiver, webhookReceiver } from '#testing/webhookReceiver.ts'

const kills = Number(process.env.WEBHOOK_KILLS ?? 2)
// each kill waits for messages that are sent again
vi.setConfig({ testTimeout: 240_000 + kills * 40_000 })

const program = fileURLToPath(new URL('../../src/testing/webhookWorker.ts', import.meta.url))
let api: TestApi
let team: Filing
let receiver: WebhookReceiver
let webhook: { id: string; secret: string }
let worker: ChildProcess | undefined
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  receiver = await webhookReceiver(() => [webhook.secret])
  const { personId: owner } = await api.as({ role: 'leader' })
  const { keyId: key } = await api.withKey({ owner, scopes: ['submission.read', 'figure.read'] })
  const types = ['submission.submitted', 'submission.approved', 'figures.changed']
  webhook = await webhookJobs(api).add({ url: receiver.url, key, types })
})
afterAll(async () => {
  worker?.kill('SIGKILL')
  await receiver.close()
  await api.close()
})

const start = () => {
  worker = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    cwd: path.dirname(program),
    env: {
      PATH: process.env.PATH,
      DATABASE_APP_URL: api.config.databaseUrl,
      DATA_DIR: api.config.dataDir,
      PUBLIC_URL: 'http://localhost',
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  })
}
/** The next answer that is sent to a worker is the last thing that it hears. */
const killAtNextAnswer = () =>
  new Promise<void>(resolve => {
    receiver.around.after = () => {
      receiver.around.after = undefined
      worker?.kill('SIGKILL')
      resolve()
    }
  })
const idsOf = async (where: string): Promise<string[]> =>
  (
    await api.db.pool.query(`SELECT id FROM webhook_message WHERE webhook_id = $1 AND ${where} ORDER BY id`, [
      webhook.id,
    ])
  ).rows.map(({ id }) => id)

it('arrives, each message at most once more for each kill', async () => {
  let expected = 0
  for (let n = 0; n < kills; n += 1) {
    const killed = killAtNextAnswer()
    start()
    const id = await team.begin()
    await team.through(id, ['operator', 'submit'], ['verifier', 'claim'], ['verifier', 'approve'])
    expected += 4
    await killed
  }
  start()
  for (let tries = 0; (await idsOf(`status = 'delivered'`)).length < expected; tries += 1) {
    if (tries > 60 + kills * 30) throw new Error(`${(await idsOf(`status = 'waiting'`)).length} messages wait`)
    await sleep(1000)
  }
  const ids = receiver.received.map(({ id }) => id)
  expect([...new Set(ids)].sort()).toEqual(await idsOf('true'))
  expect(new Set(ids).size).toBe(expected)
  expect(ids.length).toBeGreaterThanOrEqual(expected)
  expect(ids.length - expected).toBeLessThanOrEqual(kills)
  expect(receiver.received.every(({ verified }) => verified.length === 1)).toBe(true)
})
