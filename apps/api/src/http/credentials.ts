import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Database } from '@sepakat/db'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { isAPIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import type { Config } from '../config.ts'
import { createKnownDevices } from './known-devices.ts'

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
 * Passwords, session cookies and their signature. The engine (better-auth) checks a password, makes the session's row and its
 * cookie; it is called by our own routes only and none of its own is reachable. A session is read elsewhere, by one statement.
 */
export const createCredentials = ({ prisma }: Database, config: Config) => {
  const { memory, time, atOnce } = config.argon
  const queue = createQueue(atOnce)
  const hashPassword = (password: string): Promise<string> =>
    queue(() => hash(password, { algorithm: argon2id, memoryCost: memory, timeCost: time, parallelism: 1 }))
  const isPassword = (kept: string, password: string): Promise<boolean> => queue(() => verify(kept, password))
  const cookie = config.secureCookies ? '__Host-sepakat' : 'sepakat'
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
      cookies: { session_token: { name: cookie, attributes } },
      ipAddress: { ipAddressHeaders: ['x-client-ip'] },
    },
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
     * Checks the password and opens a session. An e-mail that nobody has costs a hash too, so that time tells nothing.
     * @returns the session's token and its Set-Cookie, or null where the password is wrong
     */
    open: async (who: { email: string; password: string; address: string; userAgent: string }) => {
      try {
        const { headers, response } = await engine.api.signInEmail({
          body: { email: who.email, password: who.password },
          headers: new Headers({ 'x-client-ip': who.address, 'user-agent': who.userAgent }),
          returnHeaders: true,
        })
        return { token: response.token, setCookie: headers.getSetCookie().map(untilClosed) }
      } catch (error) {
        if (isAPIError(error) && error.statusCode < 500) return null
        throw error
      }
    },

    /** The token of a session cookie whose signature is ours, or null. */
    tokenOf: (header: string | undefined): string | null => {
      const pair = header?.split(';').find(part => part.trimStart().startsWith(`${cookie}=`))
      if (pair === undefined) return null
      const value = decodeCookie(pair.slice(pair.indexOf('=') + 1).trim())
      const dot = value.lastIndexOf('.')
      if (dot < 1) return null
      const token = value.slice(0, dot)
      const signature = Buffer.from(value.slice(dot + 1), 'base64')
      const expected = createHmac('sha256', config.secret).update(token).digest()
      return signature.length === expected.length && timingSafeEqual(signature, expected) ? token : null
    },

    /** Set-Cookie that takes the session cookie away. */
    clearCookie: `${cookie}=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict${config.secureCookies ? '; Secure' : ''}`,
  }
}
export type Credentials = ReturnType<typeof createCredentials>

/** Whoever opens a shared computer's browser next is nobody: a session's cookie goes when the browser is closed. */
const untilClosed = (setCookie: string): string => setCookie.replace(/; (?:Max-Age|Expires)=[^;]*/gi, '')

const decodeCookie = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}

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
