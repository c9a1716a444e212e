import { buildPerson } from '@sepakat/db/builders/index.ts'
import { demoAccounts, demoPassword } from '@sepakat/db/seed/demo.ts'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { otherLetter } from '#testing/otherLetter.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { peopleHandlers } from '../people/routes.ts'
import { sessionHandlers } from './routes.ts'

const password = 'tiga kata bebas'
const chrome =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'
let api: TestApi
let now = new Date('2026-11-24T02:00:00Z')
const { sessionHandlers: session, peopleHandlers: people } = { sessionHandlers, peopleHandlers }
beforeAll(async () => {
  api = await testApi({ ...session, ...people }, { now: () => now })
})
afterAll(() => api.close())

const signIn = (name: string, secret: string, headers: Record<string, string> = {}) =>
  api.stranger.call('POST', '/session', { name, password: secret }, headers)
const cookieOf = (answer: LightMyRequestResponse): string => String(answer.headers['set-cookie']).split(';')[0] ?? ''
const withCookie = (cookie: string) => ({
  call: (method: 'GET' | 'DELETE' | 'PUT', path: string, body?: unknown) =>
    api.stranger.call(method, path, body, { cookie }),
})
const person = (more: object = {}) => buildPerson(api.db, { password, posts: [{ role: 'leader' }], ...more })
const accessEvents = async (personId: string) =>
  (
    await api.db.prisma.event.findMany({
      where: { stream: { startsWith: 'access/' } },
      orderBy: [{ at: 'asc' }, { seq: 'asc' }],
    })
  ).filter(event => (event.data as { person?: string }).person === personId)

describe('GET /public', () => {
  it('tells anybody the region, whom to ask, and no demo accounts where there are none', async () => {
    const answer = await api.stranger.call('GET', '/public')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ region: { zone: 'Asia/Makassar' }, publicPage: false, demo: [] })
    expect(answer.json().contact.name).not.toBe('')
  })
})

describe('POST /session', () => {
  it('signs in by user name in any case, at a strict host cookie', async () => {
    const built = await person({ username: 'siti.aminah' })
    const answer = await signIn('Siti.Aminah', password)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      person: { id: built.id, username: 'siti.aminah' },
      mustChangePassword: false,
    })
    expect(answer.json().post.id).toBe(built.posts[0]?.id)
    const cookie = String(answer.headers['set-cookie'])
    for (const part of ['__Host-sepakat=', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/'])
      expect(cookie).toContain(part)
    expect(cookie).not.toContain('Domain')
    expect((await withCookie(cookieOf(answer)).call('GET', '/session')).json().person.id).toBe(built.id)
    expect((await accessEvents(built.id)).map(event => event.type)).toEqual(['session.started'])
  })

  it('opens a session that ends with the browser', async () => {
    const answer = await signIn((await person()).username, password)
    expect([answer.headers['set-cookie']].flat()[0]).not.toMatch(/Max-Age|Expires/i)
  })

  it('signs in by NIP', async () => {
    const built = await person({ nip: '198001012005011001' })
    expect((await signIn('198001012005011001', password)).json().person.id).toBe(built.id)
  })

  it('answers a wrong password, an unknown name and one who has no password yet alike', async () => {
    const built = await person({ username: 'salah.sandi' })
    await buildPerson(api.db, { username: 'belum.pernah' })
    const answers = await Promise.all([
      signIn('salah.sandi', 'bukan sandinya'),
      signIn('tidak.ada', 'bukan sandinya'),
      signIn('belum.pernah', 'bukan sandinya'),
    ])
    const bodies = answers.map(answer => ({ ...answer.json(), instance: '' }))
    expect(answers.map(answer => answer.statusCode)).toEqual([401, 401, 401])
    expect(bodies[0].code).toBe('bad-credentials')
    expect(bodies[1]).toEqual(bodies[0])
    expect(bodies[2]).toEqual(bodies[0])
    expect(answers.every(answer => answer.headers['set-cookie'] === undefined)).toBe(true)
    expect((await accessEvents(built.id)).at(-1)).toMatchObject({ type: 'session.refused', actor: 'system' })
  })

  it('refuses a disabled user', async () => {
    const built = await person({ username: 'sudah.pindah' })
    await api.db.prisma.person.update({ where: { id: built.id }, data: { disabledAt: now } })
    expect((await signIn('sudah.pindah', password)).json().code).toBe('bad-credentials')
  })

  it('refuses a body without a password, in Indonesian', async () => {
    const answer = await api.stranger.call('POST', '/session', { name: 'siapa' })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors).toEqual([
      { pointer: '/password', code: 'invalid_type', message: 'Isian ini wajib diisi.' },
    ])
  })

  it('gives a person without a post no permission, but a way in', async () => {
    const built = await person({ username: 'tanpa.jabatan', posts: [] })
    const answer = await signIn('tanpa.jabatan', password)
    expect(answer.json()).toMatchObject({ person: { id: built.id }, post: null, posts: [], permissions: [] })
    const own = withCookie(cookieOf(answer))
    expect((await own.call('GET', '/people')).json().code).toBe('no-right')
    expect((await own.call('DELETE', '/session')).statusCode).toBe(204)
  })
})

describe('a page that says as whom it acts', () => {
  it('is answered only while the session acts so', async () => {
    const [one, two] = await Promise.all([person({ posts: [{ role: 'leader' }, { role: 'auditor' }] }), person()])
    const cookie = cookieOf(await signIn(one.username, password))
    const as = (acting: string, path = '/people') =>
      api.stranger.call('GET', path, undefined, { cookie, 'sepakat-acting': acting })
    const [now_, other] = one.posts.map(({ id }) => `${one.id}/${id}`)
    expect((await as(now_!)).json().code).not.toBe('acting-elsewhere')
    for (const acting of [other!, `${two.id}/${two.posts[0]?.id}`, `${one.id}/`, '', 'x']) {
      const answer = await as(acting)
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'acting-elsewhere'])
    }
    expect((await as(other!, '/session')).statusCode).toBe(200)
    const { code } = (await api.stranger.call('GET', '/people', undefined, { cookie })).json()
    expect(code).not.toBe('acting-elsewhere')
  })
})

describe('the key of a device', () => {
  const device = '3f2c6d4e-6a51-4d0a-9a57-0a1b2c3d4e5f'
  const open = async (name: string, secret = password, of = device) =>
    api.stranger.call('POST', '/session', { name, password: secret, device: of })
  const keyOf = async (...given: Parameters<typeof open>) => (await open(...given)).json().deviceKey

  it('is made at the first sign-in and stays: for this person, on this device', async () => {
    const [one, two] = await Promise.all([person(), person()])
    const key = await keyOf(one.username)
    expect(Buffer.from(key, 'base64url')).toHaveLength(32)
    expect(await keyOf(one.username)).toBe(key)
    const others = [
      await keyOf(two.username),
      await keyOf(one.username, password, '00000000-0000-4000-8000-000000000001'),
    ]
    expect(new Set([key, ...others]).size).toBe(3)
    expect((await signIn(one.username, password)).json().deviceKey).toBeNull()
  })

  it('is given again to the session, and to no other person', async () => {
    const [one, two] = await Promise.all([person(), person()])
    const opened = await open(one.username)
    const asked = (cookie: string, query = `?device=${device}`) => withCookie(cookie).call('GET', `/session${query}`)
    expect((await asked(cookieOf(opened))).json().deviceKey).toBe(opened.json().deviceKey)
    expect((await asked(cookieOf(opened), '')).json().deviceKey).toBeNull()
    expect((await asked(cookieOf(await signIn(two.username, password)))).json().deviceKey).toBeNull()
    expect((await asked(cookieOf(opened), '?device=laptop')).statusCode).toBe(422)
  })

  it('outlives a changed and a reset password, and nothing the application does ends it', async () => {
    const { id, username } = await person()
    const opened = await open(username)
    const key = opened.json().deviceKey
    await withCookie(cookieOf(opened)).call('PUT', '/password', { current: password, next: 'sandi yang kedua' })
    expect(await keyOf(username, 'sandi yang kedua')).toBe(key)
    const admin = await api.as({ role: 'admin' })
    const { code } = (await admin.call('POST', `/people/${id}/codes`)).json()
    const reset = { name: username, code, password: 'sandi yang ketiga', device }
    expect((await api.stranger.call('POST', '/session/code', reset)).json().deviceKey).toBe(key)
    await expect(api.db.prisma.deviceKey.deleteMany({ where: { personId: id } })).rejects.toThrow(/permission denied/)
  })
})

describe('demo accounts', () => {
  const demo = demoAccounts[0].username
  beforeAll(async () => {
    await buildPerson(api.db, { username: demo, password: demoPassword, demo: true, posts: [{ role: 'operator' }] })
  })
  const fromElsewhere: Record<string, string>[] = [
    { host: 'sepakat.example.go.id' },
    { 'x-forwarded-for': '10.1.2.3' },
    { forwarded: 'for=10.1.2.3' },
  ]

  it('are shown and let in on this very machine', async () => {
    expect((await api.stranger.call('GET', '/public')).json().demo).toEqual([
      { username: demo, password: demoPassword, label: demoAccounts[0].label },
    ])
    expect((await signIn(demo, demoPassword)).statusCode).toBe(200)
  })

  it.each(fromElsewhere)('are neither shown nor let in through %o', async headers => {
    expect((await api.stranger.call('GET', '/public', undefined, headers)).json().demo).toEqual([])
    expect((await signIn(demo, demoPassword, headers)).json().code).toBe('bad-credentials')
    const cookie = cookieOf(await signIn(demo, demoPassword))
    expect((await api.stranger.call('GET', '/session', undefined, { cookie, ...headers })).statusCode).toBe(401)
  })

  it('keep their password', async () => {
    const own = withCookie(cookieOf(await signIn(demo, demoPassword)))
    const answer = await own.call('PUT', '/password', { current: demoPassword, next: 'sandi yang lain' })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'no-right'])
  })
})

describe('POST /session/code', () => {
  const redeem = (name: string, code: string, secret = 'sandi baru saya') =>
    api.stranger.call('POST', '/session/code', { name, code, password: secret })
  const issue = async (personId: string): Promise<string> => {
    const admin = await api.as({ role: 'admin' })
    return (await admin.call('POST', `/people/${personId}/codes`)).json().code
  }

  it('sets the first password once, whatever the separators and the case', async () => {
    const built = await buildPerson(api.db, { username: 'orang.baru', posts: [{ role: 'operator' }] })
    const code = await issue(built.id)
    const answer = await redeem('orang.baru', code.toLowerCase().replace('-', ' '))
    expect(answer.statusCode).toBe(200)
    expect(answer.json().person.id).toBe(built.id)
    expect((await withCookie(cookieOf(answer)).call('GET', '/session')).statusCode).toBe(200)
    expect((await redeem('orang.baru', code)).json().code).toBe('bad-credentials')
    expect((await signIn('orang.baru', 'sandi baru saya')).statusCode).toBe(200)
    expect((await api.events('rights')).at(-1)).toMatchObject({ type: 'password.reset', data: { person: built.id } })
  })

  it('is void once another is issued, and a week later', async () => {
    const built = await buildPerson(api.db, { username: 'dua.kode' })
    const first = await issue(built.id)
    const second = await issue(built.id)
    expect((await redeem('dua.kode', first)).statusCode).toBe(401)
    const then = now
    now = new Date(then.getTime() + 7 * 86_400_000 + 1)
    expect((await redeem('dua.kode', second)).statusCode).toBe(401)
    now = then
    expect((await redeem('dua.kode', second)).statusCode).toBe(200)
  })

  it('is open to no other user', async () => {
    const [one] = await Promise.all([
      buildPerson(api.db, { username: 'pemilik.kode' }),
      buildPerson(api.db, { username: 'bukan.pemilik' }),
    ])
    const code = await issue(one.id)
    expect((await redeem('bukan.pemilik', code)).statusCode).toBe(401)
    expect((await redeem('tidak.dikenal', code)).statusCode).toBe(401)
  })

  it('ends the sessions there were, and lets the old password in no more', async () => {
    const built = await person({ username: 'lupa.sandi' })
    const before = cookieOf(await signIn('lupa.sandi', password))
    await redeem('lupa.sandi', await issue(built.id))
    expect((await withCookie(before).call('GET', '/session')).statusCode).toBe(401)
    expect((await signIn('lupa.sandi', password)).statusCode).toBe(401)
  })

  it.each(['1234567890', 'sepakat-nunukan', 'aaaaaaaaaaaa', 'Sandi.Lemah', 'Orang Lemah Sandi', '197001011990011001'])(
    'takes no password that is easily guessed (%s), and leaves the code',
    async weak => {
      await api.db.prisma.person.deleteMany({ where: { username: 'sandi.lemah' } })
      const built = await buildPerson(api.db, {
        username: 'sandi.lemah',
        name: 'Orang Lemah Sandi',
        nip: '197001011990011001',
      })
      const code = await issue(built.id)
      const refused = await redeem('sandi.lemah', code, weak)
      expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([422, '/password'])
      expect((await redeem('sandi.lemah', code)).statusCode).toBe(200)
    },
  )

  it('takes no short password', async () => {
    const answer = await redeem('siapa.saja', 'AAAAA-AAAAA', 'pendek')
    expect(answer.json().errors).toEqual([
      { pointer: '/password', code: 'too_small', message: 'Sandi paling sedikit 10 huruf; yang ini 6.' },
    ])
  })

  it('is used by one of two at once', async () => {
    const built = await buildPerson(api.db, { username: 'kode.rebutan' })
    const code = await issue(built.id)
    const answers = await Promise.all([redeem('kode.rebutan', code), redeem('kode.rebutan', code)])
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 401])
  })
})

describe('GET /session', () => {
  it('turns a stranger and a forged cookie away', async () => {
    const answer = await signIn((await person()).username, password)
    const forged = otherLetter(cookieOf(answer))
    expect((await api.stranger.call('GET', '/session')).json().code).toBe('not-signed-in')
    for (const cookie of [forged, '__Host-sepakat=', '__Host-sepakat=%', '__Host-sepakat=a.b', 'sepakat=a.b'])
      expect((await withCookie(cookie).call('GET', '/session')).statusCode).toBe(401)
  })

  it('ends after a day without use, and after seven days in any case', async () => {
    const then = now
    const { username } = await person()
    const own = withCookie(cookieOf(await signIn(username, password)))
    const statuses: number[] = []
    for (const hours of [20, 40, 60, 80, 100, 120, 140, 160, 168]) {
      now = new Date(then.getTime() + hours * 3_600_000)
      statuses.push((await own.call('GET', '/session')).statusCode)
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 401])
    now = then
    const idle = withCookie(cookieOf(await signIn(username, password)))
    now = new Date(then.getTime() + 25 * 3_600_000)
    expect((await idle.call('GET', '/session')).statusCode).toBe(401)
    now = then
  })

  it('shows a person who is disabled meanwhile the door', async () => {
    const own = await api.as({ role: 'operator' })
    expect((await own.call('GET', '/session')).statusCode).toBe(200)
    await api.db.prisma.person.update({ where: { id: own.personId }, data: { disabledAt: now } })
    expect((await own.call('GET', '/session')).statusCode).toBe(401)
  })

  it('counts a post from its first day to its last, where the region is', async () => {
    const day = (text: string) => new Date(`${text}T00:00:00Z`)
    const own = await api.as([
      { role: 'operator', from: day('2020-01-01'), to: day('2026-11-24') },
      { role: 'verifier', from: day('2026-11-25') },
    ])
    const roleAt = async (instant: string) => {
      now = new Date(instant)
      return (await own.call('GET', '/session')).json().post?.role
    }
    const then = now
    expect(await roleAt('2026-11-24T15:59:00Z')).toBe('operator')
    expect(await roleAt('2026-11-24T16:01:00Z')).toBe('verifier')
    now = then
  })
})

describe('PUT /session/post', () => {
  it('switches to another post of the person, and says so in history', async () => {
    const own = await api.as([{ role: 'operator' }, { role: 'admin' }])
    const posts = (await own.call('GET', '/session')).json().posts as { id: string; role: string }[]
    const admin = posts.find(post => post.role === 'admin')?.id ?? ''
    expect((await own.call('GET', '/people')).statusCode).toBe(403)
    const answer = await own.call('PUT', '/session/post', { post: admin })
    expect([answer.statusCode, answer.json().post.role]).toEqual([200, 'admin'])
    expect((await own.call('GET', '/people')).statusCode).toBe(200)
    expect((await accessEvents(own.personId)).at(-1)).toMatchObject({
      type: 'session.switched',
      data: { from: `post:${own.postId}`, to: `post:${admin}` },
    })
  })

  it('refuses another user’s post, one that ended, and a wrong id', async () => {
    const [own, other] = await Promise.all([
      api.as([{ role: 'operator' }, { role: 'head', to: new Date('2021-01-01') }]),
      api.as({ role: 'admin' }),
    ])
    const ended = await api.db.prisma.post.findFirstOrThrow({ where: { personId: own.personId, role: 'head' } })
    expect((await own.call('PUT', '/session/post', { post: other.postId })).statusCode).toBe(404)
    expect((await own.call('PUT', '/session/post', { post: ended.id })).statusCode).toBe(404)
    expect((await own.call('PUT', '/session/post', { post: 'x' })).statusCode).toBe(422)
    expect((await api.stranger.call('PUT', '/session/post', { post: own.postId })).statusCode).toBe(401)
  })
})

describe('DELETE /session', () => {
  it('turns a stranger away', async () => {
    expect((await api.stranger.call('DELETE', '/session')).statusCode).toBe(401)
  })

  it('ends this session and takes the cookie away', async () => {
    const { id, username } = await person()
    const [one, two] = [await signIn(username, password), await signIn(username, password)].map(cookieOf)
    const answer = await withCookie(one ?? '').call('DELETE', '/session')
    expect(answer.statusCode).toBe(204)
    expect(answer.headers['set-cookie']).toBe('__Host-sepakat=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict')
    expect((await withCookie(one ?? '').call('GET', '/session')).statusCode).toBe(401)
    expect((await withCookie(two ?? '').call('GET', '/session')).statusCode).toBe(200)
    expect((await accessEvents(id)).at(-1)?.type).toBe('session.ended')
  })

  it('is not for a key', async () => {
    const { personId } = await api.as({ role: 'operator' })
    const program = await api.withKey({ owner: personId, scopes: ['submission.read'] })
    expect((await program.call('DELETE', '/session')).statusCode).toBe(403)
    expect((await program.call('GET', '/session')).json()).toMatchObject({
      post: null,
      permissions: ['submission.read'],
    })
  })
})

describe('GET /sessions, DELETE /sessions/:id, DELETE /sessions', () => {
  it('turn a stranger away', async () => {
    const id = '0199f5a0-0000-7000-8000-000000000000'
    expect((await api.stranger.call('GET', '/sessions')).statusCode).toBe(401)
    expect((await api.stranger.call('DELETE', `/sessions/${id}`)).statusCode).toBe(401)
    expect((await api.stranger.call('DELETE', '/sessions')).statusCode).toBe(401)
  })

  it('name the devices as people know them, end one, then all', async () => {
    const { username, id } = await person()
    const here = withCookie(cookieOf(await signIn(username, password, { 'user-agent': chrome })))
    const there = withCookie(cookieOf(await signIn(username, password)))
    const items = (await here.call('GET', '/sessions')).json().items as Record<string, unknown>[]
    expect(items).toHaveLength(2)
    const own = items.find(item => item.current)
    expect(own).toMatchObject({ device: 'Chrome di Android', address: '127.0.0.1' })
    const other = items.find(item => !item.current)?.id
    expect((await here.call('DELETE', `/sessions/${other}`)).statusCode).toBe(204)
    expect((await here.call('DELETE', `/sessions/${other}`)).statusCode).toBe(404)
    expect((await there.call('GET', '/session')).statusCode).toBe(401)
    const again = withCookie(cookieOf(await signIn(username, password)))
    expect((await here.call('DELETE', '/sessions')).statusCode).toBe(204)
    for (const device of [here, again]) expect((await device.call('GET', '/session')).statusCode).toBe(401)
    expect((await accessEvents(id)).at(-1)).toMatchObject({ type: 'session.ended' })
  })

  it('end no other user’s session', async () => {
    const [own, other] = await Promise.all([api.as({ role: 'operator' }), api.as({ role: 'operator' })])
    expect((await own.call('DELETE', `/sessions/${other.sessionId}`)).statusCode).toBe(404)
    expect((await other.call('GET', '/session')).statusCode).toBe(200)
  })
})

describe('PUT /password', () => {
  const change = (own: ReturnType<typeof withCookie>, current: string, next: string) =>
    own.call('PUT', '/password', { current, next })

  it('turns a stranger away', async () => {
    expect(
      (await api.stranger.call('PUT', '/password', { current: password, next: 'lain sama sekali' })).statusCode,
    ).toBe(401)
  })

  it('changes it, keeps this device and signs the others out', async () => {
    const { username, id } = await person()
    const [here, there] = [await signIn(username, password), await signIn(username, password)]
      .map(cookieOf)
      .map(withCookie)
    expect((await change(here!, password, 'lain sama sekali')).statusCode).toBe(204)
    expect((await here!.call('GET', '/session')).statusCode).toBe(200)
    expect((await there!.call('GET', '/session')).statusCode).toBe(401)
    expect((await signIn(username, password)).statusCode).toBe(401)
    expect((await signIn(username, 'lain sama sekali')).statusCode).toBe(200)
    expect((await api.events('rights')).at(-1)).toMatchObject({ type: 'password.changed', data: { person: id } })
  })

  it('refuses a wrong current one, the same one, and an easy one', async () => {
    const { username } = await person()
    const own = withCookie(cookieOf(await signIn(username, password)))
    expect((await change(own, 'bukan sandinya', 'lain sama sekali')).json().code).toBe('bad-credentials')
    expect((await change(own, password, password)).json().errors[0].pointer).toBe('/next')
    expect((await change(own, password, 'password123')).json().errors[0].pointer).toBe('/next')
  })

  it('comes first where it is asked for: nothing else answers before', async () => {
    const { username, id } = await person({ posts: [{ role: 'admin' }] })
    await api.db.prisma.person.update({ where: { id }, data: { mustChangePassword: true } })
    const signedIn = await signIn(username, password)
    expect(signedIn.json().mustChangePassword).toBe(true)
    const own = withCookie(cookieOf(signedIn))
    const barred = await own.call('GET', '/people')
    expect([barred.statusCode, barred.json().code]).toEqual([403, 'password-change-required'])
    expect((await own.call('GET', '/session')).statusCode).toBe(200)
    expect((await own.call('GET', '/sessions')).statusCode).toBe(200)
    expect((await change(own, password, 'lain sama sekali')).statusCode).toBe(204)
    expect((await own.call('GET', '/people')).statusCode).toBe(200)
  })
})
