import type { ToldEvent, WebhookJob } from '@sepakat/db'
import { transaction } from '@sepakat/db'
import { deliver } from '#features/webhooks/deliver.ts'
import { tell } from '#features/webhooks/tell.ts'
import { webhookSecrets } from '#features/webhooks/webhookSecrets.ts'
import { createCredentials } from '#http/auth/credentials.ts'
import { dayIn } from '#http/region.ts'
import type { TestApi } from './testApi.ts'

const zone = 'Asia/Makassar'

export interface WebhookJobs {
  /** A webhook of a key that sends to this machine, which no route makes. */
  add: (given: { url: string; key: string; types: string[] }) => Promise<{ id: string; secret: string }>
  /** Makes the messages that wait to be made. */
  tell: (at?: () => Date) => Promise<void>
  /** Does all that waits, tries of later too: each as it was due, at most so many. @returns in how many seconds each try was due */
  work: (at?: () => Date, most?: number) => Promise<number[]>
}

/** Does the work of webhooks as a worker does, one job after the other, without waiting for the clock. */
export const webhookJobs = (api: TestApi): WebhookJobs => {
  const secrets = webhookSecrets(createCredentials(api.config))
  const take = async (name: string) => {
    const { rows } = await api.db.pool.query(
      `DELETE FROM pgboss.job WHERE id = (SELECT id FROM pgboss.job WHERE name = $1 AND state = 'created' ORDER BY start_after, created_on LIMIT 1)
       RETURNING data, round(extract(epoch FROM start_after - created_on))::int AS "inSeconds"`,
      [name],
    )
    return rows[0] as { data: object; inSeconds: number } | undefined
  }
  const tellAll: WebhookJobs['tell'] = async (at = () => new Date()) => {
    for (let told = await take('webhook-told'); told !== undefined; told = await take('webhook-told')) {
      const when = { publicUrl: api.config.publicUrl, now: at(), today: dayIn(zone, at()) }
      const event = told.data as ToldEvent
      await transaction(api.db, tx => tell(tx, event, when))
    }
  }
  return {
    tell: tellAll,
    add: async ({ url, key, types }) => {
      const id = crypto.randomUUID()
      const { secret, kept } = await secrets.make(id)
      const data = { id, name: 'Penerima uji', url, types, keyId: key, secret: kept, by: 'system', at: new Date() }
      await api.db.prisma.webhook.create({ data })
      return { id, secret }
    },
    work: async (at = () => new Date(), most = Number.POSITIVE_INFINITY) => {
      const due: number[] = []
      await tellAll(at)
      const sender = { db: api.db, clock: at, secrets, zone, sending: 'loopback' } as const
      while (due.length < most) {
        const one = await take('webhook')
        if (one === undefined) break
        due.push(one.inSeconds)
        await deliver(sender, one.data as WebhookJob)
      }
      return due
    },
  }
}
