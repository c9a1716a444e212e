import type { ProblemCode } from '@sepakat/contract'
import {
  forgetUpload,
  keepUpload,
  lockUploadsOf,
  reader,
  type Transaction,
  transaction,
  uploadBytes,
} from '@sepakat/db'
import { Metadata } from '@tus/server'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { problem } from '#http/problem.ts'
import { type Context, handlers, reply } from '#http/route.ts'
import { parse } from '#http/validate.ts'
import { mostFileBytes } from '#storage/fileStore.ts'
import { type Pieces, UploadRefused, type WaitingUploads } from '#storage/waitingUploads.ts'
import { refuseEarly } from '../refuseEarly.ts'
import { countUploads, type Quota, requireRoom, type ToUpload } from '../requireRoom.ts'
import { uploadName } from '../uploadName.ts'

/**
 * Counts an upload before its first byte is taken, and one that is counted as less already for the rest of it.
 * @throws uploads-full, quota-reached
 */
const claimUpload = async (
  tx: Transaction,
  { name, now, ...file }: ToUpload & { name: string; now: Date },
  quota: Quota,
): Promise<void> => {
  // counted first, since that takes the lock
  const [usage, before] = await Promise.all([countUploads(tx, file), uploadBytes(tx, name)])
  if (before !== null && before >= file.bytes) return
  requireRoom(file.bytes - (before ?? 0), usage, quota)
  keepUpload(tx, { ...file, name }, now)
}

const metadata = z.object({ id: z.uuid('Sebut id lampirannya (UUID) dalam Upload-Metadata.') })

/** The id that the attachment will have, as the sender of a new upload names it. */
const namedId = ({ headers }: FastifyRequest): string => {
  const header = headers['upload-metadata']
  let given: unknown = {}
  try {
    if (typeof header === 'string') given = Metadata.parse(header)
  } catch {
    throw problem('bad-request', { detail: 'Upload-Metadata ditulis sebagai nama dan nilai base64, dipisah koma.' })
  }
  return parse(metadata, given).id
}

const refusals: Partial<Record<number, ProblemCode>> = {
  403: 'wrong-media',
  404: 'upload-gone',
  409: 'incomplete',
  410: 'upload-gone',
  413: 'too-large',
}

/** One request of the protocol, answered as every other route answers. */
const take = async (uploads: WaitingUploads, request: FastifyRequest, name: string): Promise<Pieces> => {
  try {
    return await uploads.take(request.raw, name)
  } catch (error) {
    if (!(error instanceof UploadRefused)) throw error
    const code = refusals[error.status] ?? 'bad-request'
    const isBegin = request.method === 'POST'
    if (code === 'incomplete' && isBegin)
      throw problem('exists', { detail: 'Unggahan ini sudah dimulai. Tanyakan sampai mana, lalu lanjutkan.' })
    if (code === 'incomplete') throw problem(code, { offset: (await uploads.find(name))?.offset ?? 0 })
    if (code === 'too-large' && !(isBegin && announced(request) > mostFileBytes))
      throw tooLong((await uploads.find(name)) ?? { offset: 0, bytes: announced(request) })
    throw problem(code)
  }
}

const announced = ({ headers }: FastifyRequest): number => Number(headers['upload-length'])

const tooLong = ({ offset, bytes }: Pieces) =>
  problem('too-large', {
    detail: `Potongan ini lebih panjang daripada sisa berkasnya: diumumkan ${bytes} byte (Upload-Length), sudah ada ${offset}. Kirim ${bytes - offset} byte sisanya saja, atau batalkan dan mulai lagi dengan panjang yang benar.`,
    offset,
  })

/**
 * Counts an upload of so many bytes. Of a length that is none, or too large, the protocol says so. In a transaction of
 * its own: the count must hold while the bytes arrive, which is longer than a transaction may be open. It records nothing.
 */
const claim = async (
  { params, actor, db, deps, now, today }: Context<'POST /submissions/:id/uploads'>,
  name: string,
  bytes: number,
): Promise<void> => {
  if (!(bytes >= 0 && bytes <= mostFileBytes)) return
  const quota = await deps.region.get()
  const file = { name, person: actor.person.id, submission: params.id, bytes: Math.ceil(bytes), today, now }
  await transaction(db, tx => claimUpload(tx, file, quota))
}

const told = ({ offset, bytes }: Pieces) => ({
  'tus-resumable': '1.0.0',
  'upload-offset': String(offset),
  'upload-length': String(bytes),
  'cache-control': 'no-store',
})

/** Bytes of a file in pieces: a user who may attach to the report may send them, and reaches only his or her own. */
export const uploadHandlers = handlers({
  'POST /submissions/:id/uploads': async context => {
    const { params, actor, db, deps, request } = context
    await refuseEarly(context)
    const id = namedId(request)
    const { uploads } = deps.storage
    const name = uploadName(params.id, actor.id, id)
    await claim(context, name, announced(request))
    try {
      const pieces = await take(uploads, request, name)
      // Another request of this name, sent at the same time, may have been counted for less, or have let the count of both go.
      await claim(context, name, pieces.bytes).catch(async error => {
        await uploads.drop(name)
        throw error
      })
      return reply(pieces, { location: `/api/v1/submissions/${params.id}/uploads/${id}`, headers: told(pieces) })
    } finally {
      await transaction(db, async tx => {
        await lockUploadsOf(tx, actor.person.id)
        if ((await uploads.find(name)) === null) await forgetUpload(tx, name)
      })
    }
  },

  'GET /submissions/:id/uploads/:upload': async context => {
    const { params, actor, deps } = context
    await refuseEarly(context)
    const pieces = await deps.storage.uploads.find(uploadName(params.id, actor.id, params.upload))
    if (!pieces) throw problem('upload-gone')
    return reply(pieces, { headers: told(pieces) })
  },

  'PATCH /submissions/:id/uploads/:upload': async context => {
    const { params, actor, deps, request } = context
    await refuseEarly(context)
    const name = uploadName(params.id, actor.id, params.upload)
    return reply(null, { headers: told(await take(deps.storage.uploads, request, name)) })
  },

  'DELETE /submissions/:id/uploads/:upload': async context => {
    const { params, actor, db, deps } = context
    await refuseEarly(context)
    const name = uploadName(params.id, actor.id, params.upload)
    await deps.storage.uploads.drop(name)
    await forgetUpload(reader(db), name)
    return null
  },
})
