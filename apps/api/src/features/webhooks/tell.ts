import { addMessage, readTold, type Told, type ToldEvent, type Transaction, webhooksOf } from '@sepakat/db'
import { type MessageType, messagesOf } from '@sepakat/rules/webhooks/messageTypes.ts'
import { v5 } from 'uuid'
import { mayKnow, webhookAccess } from './webhookAccess.ts'

/**
 * Names of messages are made of the event they tell, so that making them again makes the same. Of its hash: after a restore another
 * event may have its place in the stream, and a receiver would drop what it is told of it as known.
 */
const space = '7f1f2b1e-7a0e-4b57-9f7b-0d6a3a1c5e42'

/** What a program is told: that something changed, and where it reads what. Nothing of a person, no value. */
const messageBody = (type: MessageType, told: Told, office: string | null, publicUrl: string): string => {
  const { submission, obligation, form, period } = told
  const at = `${publicUrl}/api/v1`
  const which = new URLSearchParams({ ...(form && { form }), ...(period && { period }), ...(office && { office }) })
  const links =
    type === 'figures.changed'
      ? { figures: `${at}/figures?${which}` }
      : type === 'obligations.changed'
        ? { obligations: `${at}/obligations?${which}` }
        : { submission: `${at}/submissions/${submission}` }
  return JSON.stringify({
    type,
    timestamp: told.at.toISOString(),
    data: { submission, obligation, office, form, period, links },
  })
}

/** Makes of an event of history the messages to each webhook whose key may know it. Done twice, it does no more. */
export const tell = async (
  tx: Transaction,
  event: ToldEvent,
  { publicUrl, now, today }: { publicUrl: string; now: Date; today: string },
): Promise<void> => {
  const told = await readTold(tx, event)
  if (told === null) return
  const types = messagesOf(told.type)
  for (const webhook of await webhooksOf(tx, types)) {
    const access = await webhookAccess(tx, webhook.key.hash, { now, today })
    if (access === null) continue
    for (const type of types) {
      const reached = told.of.find(({ path }) => mayKnow(access, type, { form: told.form, path, today }))
      if (!webhook.types.includes(type) || reached === undefined) continue
      const id = v5(`${told.hash} ${type}`, space)
      await addMessage(tx, {
        webhook: webhook.id,
        id,
        type,
        body: messageBody(type, told, reached.office, publicUrl),
        at: now,
      })
    }
  }
}
