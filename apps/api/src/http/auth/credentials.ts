import { createHmac, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Database } from '@sepakat/db'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { isAPIError } from 'better-auth/api'
import { parseSetCookieHeader } from 'better-auth/cookies'
import { betterAuth } from 'better-auth/minimal'
import type { FastifyRequest } from 'fastify'
import type { Config } from '../../config.ts'
import type { Cookie } from '../cookie.ts'
import { createKnownDevices } from './createKnownDevices.ts'

const argon2id = 2
const sessionDays = 7

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
 * Passwords, session cookies and their signature. The engine (better-auth) checks a password, makes the session's row and signs
 * its token; it is called by our own routes only and none of its own is reachable. The plugin of Fastify reads, verifies and
 * writes the cookie. A session is read elsewhere, by one statement.
 */
export const createCredentials = ({ prisma }: Database, config: Config) => {
  const { memory, time, atOnce } = config.argon
  const queue = createQueue(atOnce)
  const hashPassword = (password: string): Promise<string> =>
    queue(() => hash(password, { algorithm: argon2id, memoryCost: memory, timeCost: time, parallelism: 1 }))
  const isPassword = (kept: string, password: string): Promise<boolean> => queue(() => verify(kept, password))
  const name = config.secureCookies ? '__Host-sepakat' : 'sepakat'
  const attributes = { httpOnly: true, secure: config.secureCookies, sameSite: 'strict', path: '/' } as const
  const engine = betterAuth({
    baseURL: config.publicUrl,
    secret: config.secret,
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    user: { modelName: 'person' },
    session: { expiresIn: sessionDays * 86_400, disableSessionRefresh: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash: kept, password }) => isPassword(kept, password) },
    },
    advanced: {
      database: { generateId: false },
      useSecureCookies: false,
      disableOriginCheck: false,
      cookies: { session_token: { name, attributes } },
      ipAddress: { ipAddressHeaders: ['x-client-ip'] },
    },
  })

  /** Without an end: the next user of a shared computer's browser is not signed in, since the cookie goes when it is closed. */
  const sessionCookie = (value: string): Cookie => ({
    name,
    value,
    options: { ...attributes, encode: encodeURIComponent },
  })

  /** Digest under the installation's secret, for what must be compared and never read: one-time codes, throttled names. */
  const digest = (...parts: string[]): string =>
    createHmac('sha256', config.secret).update(JSON.stringify(parts)).digest('base64url')

  return {
    digest,
    knownDevices: createKnownDevices(digest, config.secureCookies),
    hashPassword,
    isPassword,

    /**
     * Checks the password and opens a session. An unknown e-mail costs a hash too, so that time tells nothing.
     * @returns the session's token and its cookie, or null where the password is wrong
     */
    open: async (who: { email: string; password: string; address: string; userAgent: string }) => {
      try {
        const { headers, response } = await engine.api.signInEmail({
          body: { email: who.email, password: who.password },
          headers: new Headers({ 'x-client-ip': who.address, 'user-agent': who.userAgent }),
          returnHeaders: true,
        })
        const signed = parseSetCookieHeader(headers.get('set-cookie') ?? '').get(name)?.value
        if (signed === undefined) throw new Error('the engine set no session cookie')
        return { token: response.token, cookie: sessionCookie(signed) }
      } catch (error) {
        if (isAPIError(error) && error.statusCode < 500) return null
        throw error
      }
    },

    /** The token of a session cookie whose signature is ours, or null. */
    tokenOf: (request: FastifyRequest): string | null => {
      const signed = request.cookies[name]
      // The engine pads its signature to whole base64, which the plugin does not
      return signed === undefined ? null : request.unsignCookie(signed.replace(/=$/, '')).value
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
