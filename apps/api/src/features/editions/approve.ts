import { editionStream, freezeEdition, moveEdition, type Queryable, readEdition, writersOf, written } from '@sepakat/db'
import type { EditionData } from '@sepakat/rules'
import { lacking } from '#http/lacking.ts'
import type { Context } from '#http/route.ts'
import { draftOf, findEditionToWrite, requireStatus } from './findEdition.ts'
import { ownWork } from './read.ts'
import { editionLine } from './view.ts'

type Asked = Pick<Context<'POST /editions/:id/approve'>, 'params' | 'actor' | 'now'>

/**
 * Approves and freezes an edition: what it says with its texts and the data of this moment is written once, and never follows
 * later approvals. @throws not-found, wrong-status; needs-unmet where who asks wrote of it
 */
export const approve = async (tx: Queryable, { params, actor, now }: Asked, known: EditionData) => {
  const found = await findEditionToWrite(tx, params.id, actor)
  const { edition } = found
  requireStatus(edition, 'for-approval')
  if ((await writersOf(tx, edition.id)).has(actor.person.id)) throw lacking('another-person', ownWork)
  const document = await draftOf(tx, found, known)
  const sha256 = await freezeEdition(tx, edition.id, document, { by: actor.id, at: now })
  await moveEdition(tx, edition.id, { status: 'frozen', by: actor.id, at: now })
  const data = { edition: edition.id, version: edition.version, sha256 }
  return written(editionLine((await readEdition(tx, edition.id))!), {
    stream: editionStream(edition.id),
    type: 'edition.approved',
    data,
  })
}
