import { hash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problem } from './problem.ts'

const weakly = (tag: string): string => tag.trim().replace(/^W\//, '')

const matches = (header: string, tag: string): boolean =>
  header.trim() === '*' || header.split(',').some(part => weakly(part) === weakly(tag))

const unchanged = ({ method, headers }: FastifyRequest, reply: FastifyReply, payload: unknown): unknown => {
  if ((method !== 'GET' && method !== 'HEAD') || reply.statusCode !== 200) return payload
  if (!reply.hasHeader('etag') && typeof payload === 'string')
    reply.header('etag', `W/"${hash('sha1', payload, 'base64url')}"`)
  const tag = reply.getHeader('etag')
  const known = headers['if-none-match']
  if (known === undefined || typeof tag !== 'string' || !matches(known, tag)) return payload
  if (payload instanceof Readable) payload.destroy()
  reply.code(304).removeHeader('content-length').removeHeader('content-type')
  return ''
}

/** For answers to GET: their ETag (from the body where the handler named no version), and 304 to who has them already. */
export const answerUnchanged = (
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void => done(null, unchanged(request, reply, payload))

/** The strong ETag of a version; numbers of a restored installation carry its era, since the lost one counted on. */
export const versionTag = (version: number | string, era: string | null): string =>
  typeof version === 'number' && era !== null ? `"${version}-${era}"` : `"${version}"`

/** The version that If-Match names. What is no version of ours, weak tags and `*` among them, matches nothing: 412. */
export const ifMatchOf = ({ headers }: FastifyRequest, ours: string | null): number | undefined => {
  const header = headers['if-match']
  if (header === undefined) return undefined
  const [, version, era = ours] = /^"(\d{1,9})(?:-([0-9a-f]{8}))?"$/.exec(header.trim()) ?? []
  if (version === undefined || era !== ours) throw problem('stale')
  return Number(version)
}
