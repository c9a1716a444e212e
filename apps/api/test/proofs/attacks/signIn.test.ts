import { buildPerson } from '@sepakat/db/builders/index.ts'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { peopleHandlers } from '#features/people/routes.ts'
import { attemptLimits } from '#features/session/claimAttempt.ts'
import { sessionHandlers } from '#features/session/routes.ts'
import { otherLetter } from '#testing/otherLetter.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

const password = 'kuda laut bernyanyi'
const minute = 60_000
let api: TestApi
let admin: SignedIn
let now = new Date('2026-11-24T02:00:00Z')
let people = 0
let addresses = 0
beforeAll(async () => {
  api = await testApi(
    { ...sessionHandlers, ...peopleHandlers },
    { now: () => now, env: { RATE_LIMIT: '1', TRUST_PROXY: '127.0.0.1' } },
  )
  admin = await api.as({ role: 'admin' })
})
afterAll(() => api.close())
// Each attack in an hour of its own, in which nothing of those before counts
beforeEach(() => {
  now = new Date(now.getTime() + 61 * minute)
})

const newAddress = () => `10.${20 + Math.floor(addresses / 250)}.0.${1 + (addresses++ % 250)}`
const nipOf = (n: number) => `19750505200003${1000 + n}`
const newPerson = async () => {
  const nip = nipOf(people)
  const person = {
    username: `korban.${people++}`,
    nip,
    name: 'Rina Wahyuni',
    password,
    posts: [{ role: 'leader' as const }],
  }
  return { ...(await buildPerson(api.db, person)), nip }
}
type Person = Awaited<ReturnType<typeof newPerson>>
interface From {
  address?: string
  cookie?: string
}
const ask = (path: string, body: object, { address = newAddress(), cookie = '' }: From) =>
  api.stranger.call('POST', path, body, { 'x-forwarded-for': address, ...(cookie && { cookie }) })
const signIn = (name: string, secret: string, from: From = {}) => ask('/session', { name, password: secret }, from)
const wrong = (name: string, from: From = {}) => signIn(name, 'bukan sandinya sama sekali', from)
/** From as many addresses as attempts, so that a minute's rate of one address stops none of them. */
const attack = async (name: string, times: number, from: () => From = () => ({})) => {
  const all: number[] = []
  for (let n = 0; n < times; n++) all.push((await wrong(name, from())).statusCode)
  return all
}
const issue = async ({ id }: Person): Promise<string> => (await admin.call('POST', `/people/${id}/codes`)).json().code
const redeem = (name: string, code: string, from: From = {}, secret = 'langit merah besi tua') =>
  ask('/session/code', { name, code, password: secret }, from)
/** What a browser has after signing in: its cookies but that of the session. */
const deviceOf = (answer: LightMyRequestResponse): string =>
  [answer.headers['set-cookie']]
    .flat()
    .map(cookie => String(cookie).split(';')[0]!)
    .filter(cookie => cookie.includes('device'))
    .join('; ')
const knownDevice = async ({ username }: Person) => deviceOf(await signIn(username, password))
const outcome = ({ statusCode, headers }: LightMyRequestResponse) => [statusCode, headers['retry-after']]

describe('who knows only a name', () => {
  it('cannot lock its person out of a device that is known, from however many addresses', async () => {
    const victim = await newPerson()
    const cookie = await knownDevice(victim)
    await attack(victim.username, 40)
    expect((await signIn(victim.username, password)).statusCode).toBe(429)
    expect((await signIn(victim.username, password, { cookie })).statusCode).toBe(200)
  })

  it('cannot lock an office out of its known devices from behind its own address', async () => {
    const victim = await newPerson()
    const address = newAddress()
    const cookie = deviceOf(await signIn(victim.username, password, { address }))
    for (let n = 0; n < 130; n++) {
      await wrong(`tidak.ada.${n}`, { address })
      if (n % 50 === 49) now = new Date(now.getTime() + minute)
    }
    expect((await signIn(victim.username, password, { address })).statusCode).toBe(429)
    expect((await signIn(victim.username, password, { address, cookie })).statusCode).toBe(200)
  })

  it('cannot keep out a fresh code, which the refusal itself advises', async () => {
    const victim = await newPerson()
    const address = newAddress()
    await attack(victim.username, 40)
    await attack(victim.username, 10, () => ({ address }))
    const refused = await signIn(victim.username, password, { address })
    expect([refused.statusCode, refused.json().detail]).toEqual([429, expect.stringContaining('minta kode masuk')])
    expect((await redeem(victim.username, await issue(victim), { address })).statusCode).toBe(200)
  })

  it('cannot keep out a fresh code by wrong codes', async () => {
    const victim = await newPerson()
    const address = newAddress()
    const all: number[] = []
    for (let n = 0; n < 12; n++) all.push((await redeem(victim.username, 'AAAAA-AAAAA', { address })).statusCode)
    expect([all.filter(status => status === 401).length, all.at(-1)]).toEqual([attemptLimits.here.free, 429])
    expect((await redeem(victim.username, await issue(victim), { address })).statusCode).toBe(200)
  })

  it('cannot keep out a fresh code by flooding the address of an office with requests', async () => {
    const victim = await newPerson()
    const address = newAddress()
    for (let n = 0; n < 130; n++) await wrong('siapa.saja', { address })
    expect((await redeem(victim.username, await issue(victim), { address })).statusCode).toBe(200)
  })

  it('cannot make the wait longer by asking while one must wait', async () => {
    const victim = await newPerson()
    const address = newAddress()
    await attack(victim.username, 5, () => ({ address }))
    expect(outcome(await wrong(victim.username, { address }))).toEqual([429, '30'])
    now = new Date(now.getTime() + 29_000)
    await attack(victim.username, 20, () => ({ address }))
    now = new Date(now.getTime() + 1_000)
    expect((await signIn(victim.username, password, { address })).statusCode).toBe(200)
  })

  it('meets waits that double, and no wall', async () => {
    const victim = await newPerson()
    const address = newAddress()
    await attack(victim.username, 5, () => ({ address }))
    const waits: number[] = []
    for (let n = 0; n < 7; n++) {
      waits.push(Number((await wrong(victim.username, { address })).headers['retry-after']))
      now = new Date(now.getTime() + waits.at(-1)! * 1_000)
      expect((await wrong(victim.username, { address })).statusCode).toBe(401)
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900])
  })

  it('is judged no more often by trying all at once', async () => {
    const victim = await newPerson()
    const address = newAddress()
    const all = await Promise.all(Array.from({ length: 15 }, () => wrong(victim.username, { address })))
    expect(all.filter(({ statusCode }) => statusCode === 401)).toHaveLength(attemptLimits.here.free)
  })

  it('guesses no more often from many addresses than the name allows', async () => {
    const victim = await newPerson()
    const all = await attack(victim.username, 30)
    expect(all.filter(status => status === 401)).toHaveLength(attemptLimits.name.free)
  })

  it('learns from nothing that a user name and a NIP are one person', async () => {
    const victim = await newPerson()
    const address = newAddress()
    await attack(victim.username, 40, () => ({ address }))
    await attack(victim.username, 40)
    const [own, unknown] = [await wrong(victim.nip, { address }), await wrong('199909092020011009', { address })]
    expect(own.statusCode).toBe(401)
    expect({ ...own.json(), instance: '' }).toEqual({ ...unknown.json(), instance: '' })
    expect((await signIn(victim.nip, password)).statusCode).toBe(200)
  })

  it('learns from no answer whether anybody has the name', async () => {
    const victim = await newPerson()
    const tries = async (name: string) => {
      const address = newAddress()
      const answers: LightMyRequestResponse[] = []
      for (let n = 0; n < 7; n++) answers.push(await wrong(name, { address }))
      return answers.map(answer => [answer.statusCode, { ...answer.json(), instance: '' }])
    }
    expect(await tries(victim.username)).toEqual(await tries('tidak.pernah.ada'))
  })

  it('opens nothing with the code of another person', async () => {
    const [victim, thief] = [await newPerson(), await newPerson()]
    expect((await redeem(victim.username, await issue(thief))).statusCode).toBe(401)
  })
})

describe('what says that a device is known', () => {
  it('cannot be read or sent by a page, nor go to another route than those of signing in', async () => {
    const answer = await signIn((await newPerson()).username, password)
    const cookie = [answer.headers['set-cookie']].flat().find(one => String(one).includes('device'))
    for (const part of ['__Secure-', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/api/v1/session'])
      expect(cookie).toContain(part)
    expect(cookie).not.toContain('Domain')
  })

  it('is worth nothing where its signature is as long as ours, in letters of more bytes', async () => {
    for (const letter of ['é', '%C3%A9'])
      for (const path of ['/public', '/session']) {
        const cookie = `__Secure-sepakat-device=a.20000.b.${letter}${'x'.repeat(42)}`
        const answer = await api.stranger.call('GET', path, undefined, { cookie })
        expect(answer.statusCode).toBe(path === '/public' ? 200 : 401)
      }
  })

  it('opens nothing by itself', async () => {
    const victim = await newPerson()
    const cookie = await knownDevice(victim)
    expect((await api.stranger.call('GET', '/session', undefined, { cookie })).statusCode).toBe(401)
    expect((await wrong(victim.username, { cookie })).statusCode).toBe(401)
  })

  it('cannot be made by anybody else', async () => {
    const victim = await newPerson()
    const cookie = await knownDevice(victim)
    await attack(victim.username, 40)
    const forged = [cookie.replace(/.$/, ''), otherLetter(cookie), `${cookie.split('=')[0]}=a.20000.b.c`]
    for (const one of forged) expect((await signIn(victim.username, password, { cookie: one })).statusCode).toBe(429)
  })

  it('is worth nothing for another person', async () => {
    const [victim, thief] = [await newPerson(), await newPerson()]
    const cookie = await knownDevice(thief)
    await attack(victim.username, 40)
    expect((await signIn(victim.username, password, { cookie })).statusCode).toBe(429)
  })

  it('gives no more guesses than any device has', async () => {
    const victim = await newPerson()
    const cookie = await knownDevice(victim)
    const all = await attack(victim.username, 20, () => ({ cookie }))
    expect(all.filter(status => status === 401)).toHaveLength(attemptLimits.here.free)
  })

  it('names no user: neither its person nor that two devices are of one', async () => {
    const victim = await newPerson()
    const cookie = await knownDevice(victim)
    for (const word of [victim.id, victim.username, victim.nip]) {
      expect(cookie).not.toContain(word)
      expect(Buffer.from(cookie, 'base64url').toString()).not.toContain(word)
    }
  })

  it('survives a cookie of the same name that a sibling of the site set', async () => {
    const victim = await newPerson()
    const own = await knownDevice(victim)
    await attack(victim.username, 40)
    const cookie = `${own.split('=')[0]}=jahat; ${own}`
    expect((await signIn(victim.username, password, { cookie })).statusCode).toBe(200)
  })

  it('is kept for each who shares a computer', async () => {
    const [one, two] = [await newPerson(), await newPerson()]
    const first = await knownDevice(one)
    const both = deviceOf(await signIn(two.username, password, { cookie: first }))
    await attack(one.username, 40)
    expect((await signIn(one.username, password, { cookie: both })).statusCode).toBe(200)
  })

  it('is over after half a year', async () => {
    const victim = await newPerson()
    const cookie = await knownDevice(victim)
    const then = now
    now = new Date(now.getTime() + 181 * 86_400_000)
    await attack(victim.username, 40)
    expect((await signIn(victim.username, password, { cookie })).statusCode).toBe(429)
    now = then
  })
})

describe('a session somebody else sits at', () => {
  const sessionOf = ({ id, posts }: Person) => api.session(id, posts[0]!.id)
  const guess = async (who: SignedIn, times: number) => {
    const all: LightMyRequestResponse[] = []
    for (let n = 0; n < times; n++)
      all.push(await who.call('PUT', '/password', { current: `tebakan nomor ${n}`, next: 'langit merah besi tua' }))
    return all.map(({ statusCode }) => statusCode)
  }

  it('does not give the password to who guesses it there', async () => {
    const own = await sessionOf(await newPerson())
    expect((await guess(own, 9)).filter(status => status === 401)).toHaveLength(attemptLimits.here.free)
  })

  it('keeps its person from changing the password at no other', async () => {
    const victim = await newPerson()
    const [stolen, own] = [await sessionOf(victim), await sessionOf(victim)]
    await guess(stolen, 9)
    const body = { current: password, next: 'langit merah besi tua' }
    expect((await own.call('PUT', '/password', body)).statusCode).toBe(204)
  })
})

describe('a password that who knows the person tries first is refused', () => {
  const taken = async (next: string) => {
    const { id, username, nip, posts } = await newPerson()
    const own = await api.session(id, posts[0]!.id)
    const answer = await own.call('PUT', '/password', {
      current: password,
      next: next.replace('NIP', nip).replace('USERNAME', username),
    })
    return answer.statusCode === 422 ? answer.json().errors[0].pointer : answer.statusCode
  }

  it('the office and the year', async () => expect(await taken('Dinkes-Nunukan-2026')).toBe('/next'))
  it('the whole name of an office', async () => expect(await taken('dinas kesehatan 1234')).toBe('/next'))
  it('the product and a year', async () => expect(await taken('Sepakat#2026!')).toBe('/next'))
  it('the product with digits for letters', async () => expect(await taken('S3p4k4t.2026')).toBe('/next'))
  it('the region twice', async () => expect(await taken('nunukannunukan')).toBe('/next'))
  it('the NIP', async () => expect(await taken('NIP')).toBe('/next'))
  it('the day of birth out of the NIP', async () => expect(await taken('05-05-1975 05051975')).toBe('/next'))
  it('the own name and a year', async () => expect(await taken('RinaWahyuni1975')).toBe('/next'))
  it('the user name and three digits', async () => expect(await taken('USERNAME123')).toBe('/next'))
  it('years', async () => expect(await taken('2024-2025-2026')).toBe('/next'))
  it('a sequence of letters', async () => expect(await taken('abcdefghijkl')).toBe('/next'))
  it('a sequence of digits', async () => expect(await taken('9876543210123')).toBe('/next'))
  it('a row of the keyboard', async () => expect(await taken('asdfghjkl;123')).toBe('/next'))
  it('one word again and again', async () => expect(await taken('kucingkucingkucing')).toBe('/next'))
  it('a word everybody takes, in Indonesian', async () => expect(await taken('bismillah2026')).toBe('/next'))
  it('a word everybody takes, in English', async () => expect(await taken('Password12345')).toBe('/next'))
  it('the password printed in the manual', async () => expect(await taken('sepakat-nunukan')).toBe('/next'))

  it('and three words that have nothing to do with each other are taken', async () => {
    expect(await taken('kompor hujan seruling')).toBe(204)
  })

  it('and no text holds up everybody while it is judged', async () => {
    const hostile = ['4@8({[<369&#!1/|0$5+7%2', '@4', '1/', 'a1', '0', 'qwerty', '19']
    for (const text of hostile) {
      const begun = performance.now()
      await taken(text.repeat(100).slice(0, 200))
      expect(performance.now() - begun).toBeLessThan(5_000)
    }
  })
})
