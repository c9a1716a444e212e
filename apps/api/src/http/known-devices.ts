import { randomBytes, timingSafeEqual } from 'node:crypto'

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

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/**
 * Browsers in which a person signed in before, told by a cookie that only the sign-in routes are sent: for each person a digest of
 * who it is, the day, a number of the device's own, and our signature. It lets nobody in: failures from a known device are counted
 * by themselves, so that who fails elsewhere under this name locks nobody out of it (decision 0058).
 */
export const createKnownDevices = (digest: (...parts: string[]) => string, secure: boolean) => {
  const cookie = secure ? '__Secure-sepakat-device' : 'sepakat-device'
  const whoIs = (person: string) => digest('known person', person).slice(0, 16)
  const sign = (who: string, day: string, device: string) => digest('known device', who, day, device)

  const read = (written: string, now: Date): Known[] => {
    const [who = '', day = '', device = '', signature = ''] = written.split('.')
    const age = dayOf(now) - Number(day)
    return same(signature, sign(who, day, device)) && age <= days ? [{ who, day: Number(day), device, written }] : []
  }
  /** A sibling of the same site can set a cookie of this name besides ours: all of them are read. */
  const inHeader = (header: string | undefined, now: Date): Known[] =>
    (header ?? '')
      .split(';')
      .map(part => part.trim())
      .filter(part => part.startsWith(`${cookie}=`))
      .flatMap(part => part.slice(cookie.length + 1).split('~', most))
      .flatMap(written => read(written, now))

  return {
    /** The number of this device, where this person signed in on it before. */
    of: (header: string | undefined, person: string, now: Date): string | null =>
      inHeader(header, now).find(({ who }) => who === whoIs(person))?.device ?? null,

    /** The number of this device, where anybody signed in on it before. */
    any: (header: string | undefined, now: Date): string | null => inHeader(header, now)[0]?.device ?? null,

    /** Set-Cookie that knows this person too, from today. */
    setCookie: (header: string | undefined, person: string, now: Date): string => {
      const all = inHeader(header, now)
      const who = whoIs(person)
      const device = all.find(known => known.who === who)?.device ?? randomBytes(12).toString('base64url')
      const day = String(dayOf(now))
      const own = [who, day, device, sign(who, day, device)].join('.')
      const others = all.filter(known => known.who !== who).map(({ written }) => written)
      const value = [own, ...new Set(others)].slice(0, most).join('~')
      const end = `Max-Age=${days * 86_400}; Path=/api/v1/session; HttpOnly; SameSite=Strict`
      return `${cookie}=${value}; ${end}${secure ? '; Secure' : ''}`
    },
  }
}
