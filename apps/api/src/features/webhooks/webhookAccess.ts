import { type Queryable, readKey } from '@sepakat/db'
import { type AccessActor, may, reportTypeOf } from '@sepakat/rules'
import { type MessageType, messageTypes } from '@sepakat/rules/webhooks/messageTypes.ts'
import { actingByKey } from '#http/auth/actingByKey.ts'

/** How far the key of a webhook reaches now; null where it opens nothing any more, so that nothing is told either. */
export const webhookAccess = async (
  tx: Queryable,
  hash: Uint8Array,
  { now, today }: { now: Date; today: string },
): Promise<AccessActor | null> => {
  const row = await readKey(tx, { hash: Buffer.from(hash), now, today })
  return row === null || !row.answeredFor ? null : actingByKey(row, today).access
}

/** Whether such a message may be told to this key; `path`: the office it is about and those above it, null: of no single office. */
export const mayKnow = (
  access: AccessActor,
  type: MessageType,
  { form, path, today }: { form: string | null; path: string[] | null; today: string },
): boolean =>
  may(access, messageTypes[type].needs, {
    today,
    reportType: form === null ? undefined : reportTypeOf(form),
    office: path ?? undefined,
  })
