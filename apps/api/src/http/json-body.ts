import { isUtf8 } from 'node:buffer'
import type { FastifyInstance } from 'fastify'
import { problem } from './problem.ts'

const deepest = 40
const [quote, backslash, openArray, openObject, closeArray, closeObject] = Buffer.from('"\\[{]}')

/** Counts brackets outside strings, so that nothing behind the parser meets a depth that ends its stack. */
const isTooDeep = (text: Buffer): boolean => {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const byte = text[i]
    if (inString) {
      if (byte === backslash) i++
      else if (byte === quote) inString = false
    } else if (byte === quote) inString = true
    else if (byte === openArray || byte === openObject) {
      if (++depth > deepest) return true
    } else if (byte === closeArray || byte === closeObject) depth--
  }
  return false
}

/** JSON in UTF-8 is the one thing taken; keys that would reach a prototype are refused, and so are depths no form has. */
export const acceptJsonOnly = (app: FastifyInstance): void => {
  const parseText = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0 && request.routeOptions.schema?.body === undefined) done(null, undefined)
    else if (!isUtf8(body)) done(problem('bad-json', { detail: 'Tulis isi permintaan dalam UTF-8.' }))
    else if (isTooDeep(body)) done(problem('bad-json', { detail: `Isi permintaan bertingkat lebih dari ${deepest}.` }))
    else parseText(request, body.toString(), done)
  })
}
