import {
  addEditionFile,
  editionStream,
  enqueue,
  moveEditionFile,
  noEvent,
  readEditionFile,
  type Transaction,
  written,
} from '@sepakat/db'
import { editionWays } from '@sepakat/documents'
import { disposition } from '#http/disposition.ts'
import { problem } from '#http/problem.ts'
import { type Context, reply } from '#http/route.ts'
import { readIfKept } from '#storage/fileStore.ts'
import { type FoundEdition, findEdition } from './findEdition.ts'
import { editionFileView, editionLine } from './view.ts'

/** Orders a file; a worker makes it. @throws not-found */
export const order = async (
  tx: Transaction,
  { params, body, actor, now }: Pick<Context<'POST /editions/:id/files'>, 'params' | 'body' | 'actor' | 'now'>,
) => {
  const { edition } = await findEdition(tx, params.id, actor)
  const draft = edition.status !== 'frozen'
  const id = await addEditionFile(tx, { editionId: edition.id, format: body.as, draft, by: actor.id, at: now })
  enqueue(tx, 'edition', id, { edition: edition.id, file: id })
  const data = { edition: edition.id, file: id, as: body.as }
  return written(editionFileView((await readEditionFile(tx, edition.id, id))!), {
    stream: editionStream(edition.id),
    type: 'edition.ordered',
    data,
  })
}

/** One that is being made is not kept. @throws not-found */
export const cancel = async (
  tx: Transaction,
  { params, actor }: Pick<Context<'POST /editions/:id/files/:file/cancel'>, 'params' | 'actor'>,
) => {
  await findEdition(tx, params.id, actor)
  const file = await readEditionFile(tx, params.id, params.file)
  if (!file) throw problem('not-found')
  const stopped = await moveEditionFile(tx, file.id, { status: 'cancelled', problem: null })
  const view = editionFileView((await readEditionFile(tx, params.id, file.id))!)
  if (!stopped) return noEvent(view)
  const data = { edition: params.id, file: file.id }
  return written(view, { stream: editionStream(params.id), type: 'edition.order-cancelled', data })
}

/** The bytes of a file, or how far it is. @throws not-found also where it was made long ago and cleared away */
export const content = async (
  { params, deps }: Pick<Context<'GET /editions/:id/files/:file'>, 'params' | 'deps'>,
  { edition }: FoundEdition,
  file: Awaited<ReturnType<typeof readEditionFile>>,
) => {
  if (!file || file.status === 'cancelled' || file.status === 'failed') throw problem('not-found')
  if (file.address === null)
    return reply<unknown>(
      { state: 'being-made', progress: file.progress },
      { pending: true, headers: { 'retry-after': '2' } },
    )
  const bytes = await readIfKept(deps.storage, file.address)
  if (!bytes) throw problem('not-found')
  const { name } = editionLine(edition)
  const { type, ending } = editionWays[file.format]
  const version = file.draft ? 'rancangan' : `versi ${edition.version}${file.signs === null ? '' : ' bertanda tangan'}`
  return reply<unknown>(bytes, {
    version: params.file,
    headers: {
      'content-type': type,
      'content-disposition': disposition(`${name} ${version}.${ending}`),
    },
  })
}
