import { putMailbox, type Queryable, readMailbox, written } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { requirePerson } from './requirePerson.ts'
import { mailboxView } from './view.ts'

type Asked = Pick<Context<'PUT /mailbox'>, 'actor' | 'body' | 'deps'>

/** @throws stale with a version that is not the newest */
export const changeMailbox = async (tx: Queryable, { actor, body, deps }: Asked) => {
  const person = requirePerson(actor)
  const before = await readMailbox(tx, person)
  const without = [...new Set(body.without)]
  if (!(await putMailbox(tx, person, { address: body.address, without, version: body.version })))
    throw problem('stale', { version: before.version })
  // History says that an address changed, not to what.
  const data = { person, address: before.address !== body.address, without }
  const mailbox = mailboxView(await readMailbox(tx, person), deps.config)
  return written(mailbox, { stream: 'rights', type: 'mailbox.changed', data })
}
