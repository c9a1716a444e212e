import {
  findMessage,
  findWebhook,
  noteTry,
  pathOfOffice,
  type Queryable,
  reader,
  type TriedOnce,
  transaction,
  type WebhookJob,
} from '@sepakat/db'
import type { AccessActor } from '@sepakat/rules'
import { type MessageType, testMessage, triesAfter } from '@sepakat/rules/webhooks/messageTypes.ts'
import type { Ground } from '#http/deps.ts'
import { dayIn } from '#http/region.ts'
import { postTo } from './postTo.ts'
import { mayKnow, webhookAccess } from './webhookAccess.ts'
import type { webhookSecrets } from './webhookSecrets.ts'
import { type Sending, TargetRefused } from './webhookTarget.ts'

interface Sender extends Pick<Ground, 'db' | 'clock'> {
  secrets: ReturnType<typeof webhookSecrets>
  zone: string
  sending: Sending
}

const beyondKey = 'Tidak dikirim: kuncinya tidak berwenang lagi membaca yang diberitakan pesan ini.'

/** What is said of it in the log. */
const problemOf = (error: unknown): string => {
  if (error instanceof TargetRefused) return error.message
  const { code, message } = error as { code?: string; message: string }
  return code === undefined ? message : `Tidak tersambung (${code}).`
}

/** Whether the key may still read what the message says that it changed: it, or its reach, may be another than when it was made. */
const mayStillKnow = async (
  tx: Queryable,
  access: AccessActor,
  { type, body, today }: { type: string; body: string; today: string },
): Promise<boolean> => {
  if (type === testMessage) return true
  const { form, office } = JSON.parse(body).data as { form: string | null; office: string | null }
  const path = office === null ? null : ((await pathOfOffice(tx, office)) ?? [])
  return mayKnow(access, type as MessageType, { form, path, today })
}

type Ended = Pick<TriedOnce, 'status' | 'problem' | 'answer'> & { refused?: true }

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
  const ended = async (): Promise<Ended> => {
    const today = dayIn(zone, at)
    const access = await webhookAccess(tx, webhook.key.hash, { now: at, today })
    if (access === null) return { status: null, problem: 'Kuncinya tidak berlaku lagi.', answer: '' }
    if (!(await mayStillKnow(tx, access, { type: message.type, body: message.body, today })))
      return { status: null, problem: beyondKey, answer: '', refused: true }
    try {
      const headers = await secrets.sign(webhook, { id: message.id, body: message.body, at })
      return { ...(await postTo(webhook.url, { headers, body: message.body, sending })), problem: null }
    } catch (error) {
      return { status: null, problem: problemOf(error), answer: '' }
    }
  }
  const { refused = false, ...tried } = await ended()
  const delivered = tried.status !== null && tried.status >= 200 && tried.status < 300
  const againIn = triesAfter[job.n - message.triedBefore]
  const end = refused ? 'refused' : delivered ? 'delivered' : againIn === undefined ? 'failed' : { againIn }
  const tookMs = Math.max(0, clock().getTime() - at.getTime())
  await transaction(db, inside => noteTry(inside, job, { at, tookMs, ...tried, end }))
}
