import type { FastifyRequest } from 'fastify'
import { problem } from './problem.ts'

const charsets = /;\s*charset\*?\s*=\s*("[^"]*"|[^;,\s]*)/gi

/**
 * Bytes are judged as they came and as UTF-8: what is compressed could be a bomb, and text in another encoding says one thing to us
 * and another to a later reader.
 * @throws wrong-media
 */
export const requireReadable = ({ headers }: FastifyRequest): void => {
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') throw problem('wrong-media')
  for (const [, charset = ''] of (headers['content-type'] ?? '').matchAll(charsets))
    if (!/^"?utf-?8"?$/i.test(charset))
      throw problem('wrong-media', {
        detail: 'Tulis isi permintaan dalam UTF-8, dan sebut charset=utf-8 atau tidak sama sekali.',
      })
}
