import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { addMessage, transaction } from '@sepakat/db'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '#http/log.ts'
import { diskStore } from '#storage/diskStore.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { webhookJobs } from '#testing/webhookJobs.ts'
import { type WebhookReceiver, webhookReceiver } from '#testing/webhookReceiver.ts'
import { startWorker, type Worker } from './startWorker.ts'

/** What a receiver that answers is given time for: as many tries to the other one would take an hour and a quarter. */
const boundMs = 90_000
const each = 300
let api: TestApi
let well: WebhookReceiver
const swallowed = new Set<string>()
const swallowing = createServer(socket => {
  swallowed.add(`${socket.remotePort}`)
  socket.on('error', () => undefined).resume()
})
const workers: Worker[] = []
beforeAll(async () => {
  api = await testApi()
  well = await webhookReceiver(() => [])
  await new Promise<void>(resolve => swallowing.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await Promise.all(workers.map(worker => worker.stop()))
  swallowing.close()
  await well.close()
  await api.close()
})

it('sends all to a receiver that answers beside one that swallows what it gets', async () => {
  const { personId: owner } = await api.as({ role: 'leader' })
  const { keyId: key } = await api.withKey({ owner, scopes: ['submission.read'] })
  const { port } = swallowing.address() as { port: number }
  const types = ['submission.submitted']
  const urls = [`http://127.0.0.1:${port}/`, well.url]
  const webhooks = await Promise.all(urls.map(url => webhookJobs(api).add({ url, key, types })))
  const at = new Date()
  const body = JSON.stringify({ type: 'webhook.test', timestamp: at.toISOString(), data: {} })
  await transaction(api.db, async tx => {
    for (let n = 0; n < each; n += 1)
      for (const { id: webhook } of webhooks)
        await addMessage(tx, { webhook, id: v7(), type: 'webhook.test', body, at })
  })
  const ground = { db: api.db, config: api.config, storage: await diskStore(api.config.filesDir) }
  const clocked = { ...ground, clock: () => new Date() }
  for (const _ of [1, 2])
    workers.push(await startWorker(clocked, createLog('silent'), { pollSeconds: 0.5, sending: 'loopback' }))
  const ids = () => well.received.map(({ id }) => id)
  for (const end = Date.now() + boundMs; Date.now() < end && new Set(ids()).size < each; ) await sleep(200)
  expect([new Set(ids()).size, ids().length]).toEqual([each, each])
  // one at a time of each worker, each held for the whole of its time
  expect(swallowed.size).toBeGreaterThan(0)
  expect(swallowed.size).toBeLessThanOrEqual(2 * Math.ceil(boundMs / 15_000))
})
