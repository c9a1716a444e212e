import { type ToldEvent, transaction, type WebhookJob } from '@sepakat/db'
import type { FastifyBaseLogger } from 'fastify'
import type { JobResult, PgBoss } from 'pg-boss'
import { deliver } from '#features/webhooks/deliver.ts'
import { tell } from '#features/webhooks/tell.ts'
import { webhookSecrets } from '#features/webhooks/webhookSecrets.ts'
import type { Sending } from '#features/webhooks/webhookTarget.ts'
import { createCredentials } from '#http/auth/credentials.ts'
import type { Ground } from '#http/deps.ts'
import { dayIn } from '#http/region.ts'

/**
 * To so many webhooks at once messages are sent, to each one after the other: a kill repeats at most one of each, and one that does
 * not answer holds up its own alone.
 */
const webhooksAtOnce = 8
/** Events of history taken at once, of which messages are made. */
const toldAtOnce = 50

interface Working {
  log: FastifyBaseLogger
  zone: string
  sending: Sending
  pollSeconds: number
}

/** Works the two queues of messages to programs: what becomes a message, and each try to send one. */
export const workWebhooks = async (
  boss: PgBoss,
  ground: Pick<Ground, 'db' | 'config' | 'clock'>,
  { log, zone, sending, pollSeconds: pollingIntervalSeconds }: Working,
): Promise<void> => {
  const { db, config, clock } = ground
  const makeMessages = async (event: ToldEvent): Promise<void> => {
    const now = clock()
    const when = { publicUrl: config.publicUrl, now, today: dayIn(zone, now) }
    await transaction(db, tx => tell(tx, event, when))
  }
  const told = { pollingIntervalSeconds, batchSize: toldAtOnce, burstWhenBatchFull: true, perJobResults: true } as const
  await boss.work<ToldEvent>('webhook-told', told, async jobs => {
    const results: JobResult[] = []
    for (const { id, data } of jobs)
      try {
        await makeMessages(data)
        results.push({ id, status: 'completed' })
      } catch (error) {
        log.error({ err: error, job: 'webhook-told' }, 'a job failed')
        results.push({ id, status: 'failed' })
      }
    return results
  })
  const sender = { ...ground, zone, sending, secrets: webhookSecrets(createCredentials(config)) }
  const tries = { pollingIntervalSeconds, localConcurrency: webhooksAtOnce, localGroupConcurrency: 1 }
  await boss.work<WebhookJob>('webhook', tries, async jobs => {
    for (const { data } of jobs) await deliver(sender, data)
  })
}
