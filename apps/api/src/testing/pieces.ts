import { createHash } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { v7 } from 'uuid'
import type { Caller } from './testApi.ts'
import { pdf } from './upload.ts'

export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

const media = 'application/offset+octet-stream'
const tus = { 'tus-resumable': '1.0.0' }

/** Begins an upload, with its first bytes where some are given. */
export const beginPieces = (by: Caller, report: string, id: string, bytes: number, first: Buffer = Buffer.alloc(0)) =>
  by.call('POST', `/submissions/${report}/uploads`, first, {
    ...tus,
    'upload-length': String(bytes),
    'upload-metadata': `id ${Buffer.from(id).toString('base64')}`,
    'content-type': media,
  })

export const nextPiece = (by: Caller, report: string, id: string, offset: number, piece: Buffer) =>
  by.call('PATCH', `/submissions/${report}/uploads/${id}`, piece, {
    ...tus,
    'upload-offset': String(offset),
    'content-type': media,
  })

/** What is said of the file to attach what arrived. */
export const putOf = (content: Buffer, fields: object = {}) => ({
  anchor: '/recipients/gepeng/state',
  title: 'SK Bupati',
  fileName: 'bukti.pdf',
  sha256: sha256(content),
  ...fields,
})

export const attachPieces = (by: Caller, report: string, id: string, content: Buffer, fields: object = {}) =>
  by.call('PUT', `/submissions/${report}/attachments/${id}`, putOf(content, fields))

/** A small PDF in one piece, then attached, as one may who may; what is answered last. */
export const uploadPieces = async (
  by: Caller,
  report: string,
  { id = v7(), content = pdf() }: { id?: string; content?: Buffer } = {},
): Promise<LightMyRequestResponse> => {
  await beginPieces(by, report, id, content.length, content)
  return attachPieces(by, report, id, content)
}
