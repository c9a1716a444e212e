import {
  addEditionReturn,
  editionStream,
  moveEdition,
  type Queryable,
  readEdition,
  writersOf,
  written,
} from '@sepakat/db'
import type { Acting } from '#http/auth/acting.ts'
import { lacking } from '#http/lacking.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { findEditionToWrite, requireStatus } from './findEdition.ts'
import { editionLine } from './view.ts'

const lineOf = async (tx: Queryable, id: string) => editionLine((await readEdition(tx, id))!)

/** To the Inspektorat, or to who approves where the region asks for no review. @throws not-found, wrong-status */
export const send = async (
  tx: Queryable,
  asked: Pick<Context<'POST /editions/:id/send'>, 'params' | 'actor' | 'now'>,
) => {
  const { actor, now } = asked
  const { edition } = await findEditionToWrite(tx, asked.params.id, actor)
  requireStatus(edition, 'draft')
  const status = edition.reviewed ? 'in-review' : 'for-approval'
  await moveEdition(tx, edition.id, { status, by: actor.id, at: now })
  const data = { edition: edition.id, to: status }
  return written(await lineOf(tx, edition.id), { stream: editionStream(edition.id), type: 'edition.sent', data })
}

/** States that it was reviewed. @throws not-found, wrong-status; needs-unmet where who asks wrote of it */
export const review = async (
  tx: Queryable,
  { params, body, actor, now }: Pick<Context<'POST /editions/:id/review'>, 'params' | 'body' | 'actor' | 'now'>,
) => {
  const { edition } = await findEditionToWrite(tx, params.id, actor)
  requireStatus(edition, 'in-review')
  if ((await writersOf(tx, edition.id)).has(actor.person.id))
    throw lacking('another-person', 'Naskahnya ikut Anda tulis, jadi orang lain yang mereviu.')
  const statement = { ...body, by: actor.id, at: now.toISOString() }
  await moveEdition(tx, edition.id, { status: 'for-approval', by: actor.id, at: now, statement })
  const data = { edition: edition.id, ...body }
  return written(await lineOf(tx, edition.id), { stream: editionStream(edition.id), type: 'edition.reviewed', data })
}

/** Who may give it back in which status: who has it, and its coordinator, who takes it back. */
const mayReturn = (status: string, { permissions }: Pick<Acting, 'permissions'>): boolean =>
  permissions.has('edition.manage') ||
  (status === 'in-review' && permissions.has('edition.review')) ||
  (status === 'for-approval' && permissions.has('edition.approve'))

/** Back to its coordinator; a statement of review is void by that. @throws not-found, no-right, wrong-status */
export const giveBack = async (
  tx: Queryable,
  { params, body, actor, now }: Pick<Context<'POST /editions/:id/return'>, 'params' | 'body' | 'actor' | 'now'>,
) => {
  const { edition } = await findEditionToWrite(tx, params.id, actor)
  if (!['edition.manage', 'edition.review', 'edition.approve'].some(one => actor.permissions.has(one as never)))
    throw problem('no-right')
  requireStatus(edition, 'in-review', 'for-approval')
  if (!mayReturn(edition.status, actor)) throw problem('no-right')
  await addEditionReturn(tx, edition.id, { text: body.text, by: actor.id, at: now })
  await moveEdition(tx, edition.id, { status: 'draft', by: actor.id, at: now, statement: null })
  const data = { edition: edition.id, from: edition.status }
  return written(await lineOf(tx, edition.id), { stream: editionStream(edition.id), type: 'edition.returned', data })
}
