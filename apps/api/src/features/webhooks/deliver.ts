import { findMessage, findWebhook, noteTry, reader, type TriedOnce, transaction, type WebhookJob } from '@sepakat/db'
import { triesAfter } from '@sepakat/rules/webhooks/messageTypes.ts'
import type { Ground } from '#http/deps.ts'
import { dayIn } from '#http/region.ts'
import { postTo } from './postTo.ts'
import { webhookAccess } from './webhookAccess.ts'
import type { webhookSecrets } from './webhookSecrets.ts'
import { type Sending, TargetRefused } from './webhookTarget.ts'

interface Sender extends Pick<Ground, 'db' | 'clock'> {
  secrets: ReturnType<typeof webhookSecrets>
  zone: string
  sending: Sending
}

/** What is said of it in the log. */
const problemOf = (error: unknown): string => {
  if (error instanceof TargetRefused) return error.message
  const { code, message } = error as { code?: string; message: string }
  return code === undefined ? message : `Tidak tersambung (${code}).`
}

/**
 * Tries to send a message once, and notes how that ended. Where the worker dies between the answer and the note, it is sent once more:
 * never lost, at most one copy more. A try that was noted is not made again.
 */
export const deliver = async ({ db, clock, secrets, zone, sending }: Sender, job: WebhookJob): Promise<void> => {
  const tx = reader(db)
  const [webhook, message] = await Promise.all([
    findWebhook(tx, job.webhook),
    findMessage(tx, job.webhook, job.message),
  ])
  if (webhook === null || message === null || message.status !== 'waiting' || message.tried !== job.n - 1) return
  const at = clock()
  const ended = async (): Promise<Pick<TriedOnce, 'status' | 'problem' | 'answer'>> => {
    const access = await webhookAccess(tx, webhook.key.hash, { now: at, today: dayIn(zone, at) })
    if (access === null) return { status: null, problem: 'Kuncinya tidak berlaku lagi.', answer: '' }
    try {
      const headers = await secrets.sign(webhook, { id: message.id, body: message.body, at })
      return { ...(await postTo(webhook.url, { headers, body: message.body, sending })), problem: null }
    } catch (error) {
      return { status: null, problem: problemOf(error), answer: '' }
    }
  }
  const end = await ended()
  const delivered = end.status !== null && end.status >= 200 && end.status < 300
  const againIn = delivered ? null : (triesAfter[job.n - message.triedBefore] ?? null)
  const tookMs = Math.max(0, clock().getTime() - at.getTime())
  await transaction(db, inside => noteTry(inside, job, { at, tookMs, ...end, delivered, againIn }))
}
