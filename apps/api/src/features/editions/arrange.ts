import { editionStream, putOutline, type Queryable, written } from '@sepakat/db'
import { arrangeOutline } from '@sepakat/rules'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { findEditionToWrite, requireStatus } from './findEdition.ts'

type Asked = Pick<Context<'PUT /editions/:id/outline'>, 'params' | 'body' | 'actor'>

/** @throws not-found, wrong-status, invalid */
export const arrange = async (tx: Queryable, { params: { id }, body, actor }: Asked) => {
  const { edition } = await findEditionToWrite(tx, id, actor)
  requireStatus(edition, 'draft')
  const outline = arrangeOutline(edition.outline, body)
  if ('at' in outline) throw invalid(outline.at, outline.message)
  await putOutline(tx, id, outline)
  const data = { edition: id, order: body.chapters.map(({ sections }) => sections), hidden: body.hidden }
  return written(null, { stream: editionStream(id), type: 'edition.outlined', data })
}
