import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Cookie } from '../cookie.ts'

const days = 180
const dayMs = 86_400_000
/** As many people as share one computer. */
const most = 6
const dayOf = (now: Date): number => Math.floor(now.getTime() / dayMs)

interface Known {
  who: string
  day: number
  device: string
  written: string
}

const same = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Browsers in which a person signed in before, told by a cookie that only the sign-in routes are sent: for each person a digest of
 * who it is, the day, a number of the device's own, and our signature. It opens nothing: failures from a known device are counted
 * by themselves, so that failures elsewhere under this name do not lock its owner out (decision 0058).
 */
export const createKnownDevices = (digest: (...parts: string[]) => string, secure: boolean) => {
  const name = secure ? '__Secure-sepakat-device' : 'sepakat-device'
  const whoIs = (person: string) => digest('known person', person).slice(0, 16)
  const sign = (who: string, day: string, device: string) => digest('known device', who, day, device)

  const read = (written: string, now: Date): Known[] => {
    const [who = '', day = '', device = '', signature = ''] = written.split('.')
    const age = dayOf(now) - Number(day)
    return same(signature, sign(who, day, device)) && age <= days ? [{ who, day: Number(day), device, written }] : []
  }
  /** A sibling of the same site can set another cookie of this name: all are read, where `request.cookies` has the first alone. */
  const sentIn = ({ headers, server }: FastifyRequest, now: Date): Known[] =>
    (headers.cookie ?? '')
      .split(';')
      .flatMap(pair => server.parseCookie(pair)[name]?.split('~', most) ?? [])
      .flatMap(written => read(written, now))

  return {
    /** The number of this device, where this person signed in on it before. */
    of: (request: FastifyRequest, person: string, now: Date): string | null =>
      sentIn(request, now).find(({ who }) => who === whoIs(person))?.device ?? null,

    /** The number of this device, where anybody signed in on it before. */
    any: (request: FastifyRequest, now: Date): string | null => sentIn(request, now)[0]?.device ?? null,

    /** The cookie that knows this person too, from today. */
    cookieFor: (request: FastifyRequest, person: string, now: Date): Cookie => {
      const all = sentIn(request, now)
      const who = whoIs(person)
      const device = all.find(known => known.who === who)?.device ?? randomBytes(12).toString('base64url')
      const day = String(dayOf(now))
      const own = [who, day, device, sign(who, day, device)].join('.')
      const others = all.filter(known => known.who !== who).map(({ written }) => written)
      const value = [own, ...new Set(others)].slice(0, most).join('~')
      return {
        name,
        value,
        options: { maxAge: days * 86_400, path: '/api/v1/session', httpOnly: true, secure, sameSite: 'strict' },
      }
    },
  }
}
