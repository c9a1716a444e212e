import { isUtf8 } from 'node:buffer'
import type { FastifyInstance } from 'fastify'
import { problem } from './problem.ts'

const deepest = 40
/** The most that any form or list sends is 20,000 answers, or 5,000 lines of six. */
const mostValues = 60_000
const [quote, backslash, comma, openArray, openObject, closeArray, closeObject] = Buffer.from('"\\,[{]}')

/**
 * What is wrong with the build of a JSON text, by its brackets and commas outside strings, so that nothing behind the parser
 * meets a depth that ends its stack, or judges one by one what no form has. A pass over the bytes costs less than parsing them.
 */
const faultOf = (text: Buffer): string | null => {
  let depth = 0
  let values = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const byte = text[i]
    if (inString) {
      if (byte === backslash) i++
      else if (byte === quote) inString = false
    } else if (byte === quote) inString = true
    else if (byte === openArray || byte === openObject) {
      if (++depth > deepest) return `Isi permintaan bertingkat lebih dari ${deepest}.`
      values++
    } else if (byte === comma) values++
    else if (byte === closeArray || byte === closeObject) depth--
    if (values > mostValues)
      return 'Isi permintaan terlalu banyak. Kirim sebagian-sebagian, paling banyak 60.000 nilai.'
  }
  return null
}

/** JSON in UTF-8 is the one thing taken; keys that would reach a prototype are refused, and so are depths no form has. */
export const acceptJsonOnly = (app: FastifyInstance): void => {
  const parseText = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0 && request.routeOptions.schema?.body === undefined) done(null, undefined)
    else if (!isUtf8(body)) done(problem('bad-json', { detail: 'Tulis isi permintaan dalam UTF-8.' }))
    else {
      const fault = faultOf(body)
      if (fault === null) parseText(request, body.toString(), done)
      else done(problem('bad-json', { detail: fault }))
    }
  })
}
