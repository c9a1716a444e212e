import { createHmac, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { memory } from '@sepakat/db'
import type { FastifyRequest } from 'fastify'
import type { Config } from '../../config.ts'
import type { Cookie } from '../cookie.ts'
import { createKnownDevices } from './createKnownDevices.ts'

const argon2id = 2

/** Runs at most `most` jobs beside each other: a hash takes its memory only when its turn comes. */
const createQueue = (most: number) => {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(job: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>(resolve => waiting.push(resolve))
    else running++
    try {
      return await job()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

/**
 * Passwords, tokens of sessions, and the cookie that carries one. The plugin of Fastify signs the cookie, reads it and verifies
 * its signature. Rows of sessions are written and read elsewhere, by statements.
 */
export const createCredentials = (config: Config) => {
  const { memory: memoryCost, time: timeCost, atOnce } = config.argon
  const queue = createQueue(atOnce)
  const hashPassword = (password: string): Promise<string> =>
    queue(() => hash(password, { algorithm: argon2id, memoryCost, timeCost, parallelism: 1 }))
  /** Whether a password is the one whose hash was kept. None kept (null) costs a hash too, so that time tells nothing. */
  const isPassword = (kept: string | null, password: string): Promise<boolean> =>
    kept === null ? hashPassword(password).then(() => false) : queue(() => verify(kept, password))
  const name = config.secureCookies ? '__Host-sepakat' : 'sepakat'
  const attributes = { httpOnly: true, secure: config.secureCookies, sameSite: 'strict', path: '/' } as const
  /** Without an end: the next user of a shared computer's browser is not signed in, since the cookie goes when it is closed. */
  const sessionCookie = (value: string): Cookie => ({
    name,
    value,
    options: { ...attributes, encode: encodeURIComponent },
  })

  /** Digest under the installation's secret, for what must be compared and never read: one-time codes, throttled names. */
  const digest = (...parts: string[]): string =>
    createHmac('sha256', config.secret).update(JSON.stringify(parts)).digest('base64url')

  /** Tokens by cookies whose signature was found to be ours: it never changes, and each request would compute it again. */
  const verified = memory<string>(5_000)

  return {
    digest,
    knownDevices: createKnownDevices(digest, config.secureCookies),
    hashPassword,
    isPassword,

    /** A new token of 192 random bits, and the cookie that carries it. */
    newSession: ({ server }: FastifyRequest) => {
      const token = randomBytes(24).toString('base64url')
      return { token, cookie: sessionCookie(server.signCookie(token)) }
    },

    /** The token of a session cookie whose signature is ours, or null. */
    tokenOf: (request: FastifyRequest): string | null => {
      const signed = request.cookies[name]
      if (signed === undefined) return null
      const known = verified.get(signed)
      if (known !== undefined) return known
      // Releases before padded the signature to whole base64, which the plugin does not
      const token = request.unsignCookie(signed.replace(/=$/, '')).value
      return token === null ? null : verified.set(signed, token)
    },

    /** Takes the session cookie away. */
    noCookie: { name, value: '', options: { ...attributes, maxAge: 0 } } satisfies Cookie,
  }
}
export type Credentials = ReturnType<typeof createCredentials>

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Random letters that are read aloud without mistakes (Crockford's base 32: no I, L, O, U). 256 is a multiple of 32. */
export const randomLetters = (count: number): string =>
  Array.from(randomBytes(count), byte => crockford[byte & 31]).join('')

/** As they are printed: in two halves. */
export const spaced = (letters: string): string =>
  `${letters.slice(0, letters.length / 2)}-${letters.slice(letters.length / 2)}`

/** What a person typed, as it was meant: any case, with or without separators, O for 0, I and L for 1. */
export const readLetters = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
