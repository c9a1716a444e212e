import { buildPerson } from '@sepakat/db/builders/index.ts'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { setUpSecondFactor } from '#testing/secondFactor.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { totpOf } from '#testing/totp.ts'

export const password = 'tiga kata bebas'

/** Status, and the code of what was refused. */
export const outcome = (answer: LightMyRequestResponse): [number, string | undefined] => [
  answer.statusCode,
  answer.statusCode < 400 ? undefined : answer.json().code,
]
export const cookieOf = (answer: LightMyRequestResponse): string =>
  [answer.headers['set-cookie']]
    .flat()
    .map(line => String(line).split(';')[0])
    .join('; ')

export interface Guarded extends SignedIn {
  username: string
  secret: string
  recoveryCodes: string[]
}

/** An API that asks for second factors and counts attempts; an hour passes before each test. */
export const twoFactorStage = () => {
  let api: TestApi
  let now = new Date('2026-11-24T02:00:10Z')
  const later = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000)
  }
  beforeAll(async () => {
    api = await testApi(undefined, { now: () => now, env: { SECOND_FACTOR: 'required', RATE_LIMIT: '1' } })
  })
  afterAll(() => api.close())
  beforeEach(() => later(3600))

  /** What the telephone shows, by a clock that is so many seconds ahead. */
  const code = ({ secret }: Guarded, ahead = 0) => totpOf(secret, new Date(now.getTime() + ahead * 1000))
  const eventsOf = async (personId: string) =>
    (await api.db.prisma.event.findMany({ orderBy: [{ at: 'asc' }, { seq: 'asc' }] })).filter(
      ({ data }) => (data as { person?: string }).person === personId,
    )
  return {
    get api() {
      return api
    },
    get now() {
      return now
    },
    later,
    signIn: (username: string, more: object = {}, headers = {}) =>
      api.stranger.call('POST', '/session', { name: username, password, ...more }, headers),
    /** Somebody at a post, signed in, with a second factor; the code of its set-up is some time ago. */
    guarded: async (role: 'admin' | 'leader' = 'admin'): Promise<Guarded> => {
      const { id, username, posts } = await buildPerson(api.db, { password, posts: [{ role }] })
      const session = await api.session(id, posts[0]?.id ?? '')
      const factor = await setUpSecondFactor(session, password, now)
      later(120)
      return { ...session, username, ...factor }
    },
    code,
    wrongCode: (of: Guarded) => {
      const valid = [-60, -30, 0, 30, 60].map(ahead => code(of, ahead))
      return ['000000', '111111', '222222', '333333', '444444', '555555'].find(one => !valid.includes(one)) ?? ''
    },
    eventsOf,
    typesOf: async (personId: string) => (await eventsOf(personId)).map(({ type }) => type),
    sessionsOf: ({ personId }: SignedIn) => api.db.prisma.session.count({ where: { userId: personId } }),
  }
}
