import { editionStream, putCarriedValue, putEditionSending, type Queryable, written } from '@sepakat/db'
import { editionKinds } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { findEditionToWrite, requireStatus } from './findEdition.ts'

/** That it was sent to one of those it is due to, once it is frozen. @throws not-found, wrong-status */
export const recordSending = async (
  tx: Queryable,
  asked: Pick<Context<'PUT /editions/:id/sendings/:addressee'>, 'params' | 'body' | 'actor' | 'now'>,
) => {
  const { params, body, actor, now } = asked
  const { edition } = await findEditionToWrite(tx, params.id, actor)
  if (!editionKinds[edition.type].sentTo.some(({ id }) => id === params.addressee)) throw problem('not-found')
  requireStatus(edition, 'frozen')
  const { addressee } = params
  await putEditionSending(tx, edition.id, { addressee, ...body, by: actor.id, at: now })
  const data = { edition: edition.id, addressee, date: body.date }
  return written(null, { stream: editionStream(edition.id), type: 'edition.delivered', data })
}

/** That a value of one of its tables was carried over to the ministry's application. @throws not-found */
export const recordCarried = async (
  tx: Queryable,
  asked: Pick<Context<'PUT /editions/:id/paste/:field'>, 'params' | 'body' | 'actor' | 'now'>,
) => {
  const { params, body, actor, now } = asked
  const { edition, kind } = await findEditionToWrite(tx, params.id, actor)
  const { field } = params
  if (!Object.hasOwn(kind.tables, field.split('.')[0] ?? '')) throw problem('not-found')
  await putCarriedValue(tx, edition.id, { field, value: body.value, by: actor.id, at: now })
  const data = { edition: edition.id, field, value: body.value }
  return written(null, { stream: editionStream(edition.id), type: 'edition.carried', data })
}
