import { buildPerson, officeId } from '@sepakat/db/builders/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { peopleHandlers } from './routes.ts'

const nowhere = '0199f5a0-0000-7000-8000-000000000000'
let api: TestApi
let admin: SignedIn
let operator: SignedIn
let office: string
beforeAll(async () => {
  api = await testApi(peopleHandlers)
  admin = await api.as({ role: 'admin' })
  operator = await api.as({ role: 'operator' })
  office = await officeId(api.db, 'dinkes')
})
afterAll(() => api.close())

const lastEvent = async () => (await api.events('rights')).at(-1)
const codeOf = (answer: { json: () => { code: string } }) => answer.json().code
let serial = 0
const fresh = (more: object = {}) => ({ name: 'Siti Aminah', username: `siti.${++serial}`, ...more })
const post = (more: object = {}) => ({ role: 'operator', offices: [office], from: '2026-01-01', ...more })

describe('GET /people', () => {
  it('turns a stranger and an operator away', async () => {
    expect((await api.stranger.call('GET', '/people')).statusCode).toBe(401)
    expect(codeOf(await operator.call('GET', '/people'))).toBe('no-right')
  })

  it('finds by part of a name, in pages that follow each other', async () => {
    for (const name of ['Rahmat A', 'Rahmat B', 'Rahmat C', 'Rah%at D']) await buildPerson(api.db, { name })
    const first = await admin.call('GET', '/people?q=rahmat&limit=2')
    const names = (items: { name: string }[]) => items.map(item => item.name)
    expect(names(first.json().items)).toEqual(['Rahmat A', 'Rahmat B'])
    expect(first.headers.link).toBe(`</api/v1/people?q=rahmat&limit=2&cursor=${first.json().next}>; rel="next"`)
    const second = await admin.call('GET', `/people?q=rahmat&limit=2&cursor=${first.json().next}`)
    expect([names(second.json().items), second.json().next, second.headers.link]).toEqual([
      ['Rahmat C'],
      null,
      undefined,
    ])
    expect(names((await admin.call('GET', '/people?q=rah%25at')).json().items)).toEqual(['Rah%at D'])
  })

  it('finds by role and office of a post that has not ended', async () => {
    const name = 'Penyaring Jabatan'
    await buildPerson(api.db, { name, posts: [{ role: 'head', offices: [office] }] })
    await buildPerson(api.db, { name, posts: [{ role: 'head', offices: [office], to: new Date('2021-01-01') }] })
    const found = await admin.call('GET', `/people?q=penyaring&role=head&office=${office}`)
    expect(found.json().items).toHaveLength(1)
    expect(found.json().items[0].posts[0].offices[0].id).toBe(office)
  })

  it('finds who never signed in, who holds no post, and who is shut out', async () => {
    const named = (state: string) => ({ name: `Keadaan ${state}` })
    await buildPerson(api.db, named('lengkap'))
    const codeless = (await admin.call('POST', '/people', fresh({ ...named('tanpa sandi'), post: post() }))).json()
    const idle = await buildPerson(api.db, {
      ...named('selesai'),
      posts: [{ role: 'head', offices: [office], to: new Date('2021-01-01') }],
    })
    const shut = (await admin.call('POST', '/people', fresh(named('nonaktif')))).json()
    await admin.call('PATCH', `/people/${shut.id}`, { disabled: true })
    const ids = async (state: string) =>
      (await admin.call('GET', `/people?q=keadaan&state=${state}`)).json().items.map((p: { id: string }) => p.id)
    expect(await ids('never-signed-in')).toContain(codeless.id)
    expect(await ids('never-signed-in')).not.toContain(shut.id)
    expect(await ids('without-post')).toContain(idle.id)
    expect(await ids('without-post')).not.toContain(codeless.id)
    expect(await ids('disabled')).toEqual([shut.id])
  })

  it.each(['limit=0', 'limit=x', 'cursor=x', 'cursor=WyJhIiwiYiJd', 'office=x', 'role=bupati', 'state=x', 'q=%00'])(
    'refuses %s',
    async query => {
      expect((await admin.call('GET', `/people?${query}`)).statusCode).toBe(422)
    },
  )
})

describe('POST /people', () => {
  it('turns a stranger and an operator away', async () => {
    expect((await api.stranger.call('POST', '/people', fresh())).statusCode).toBe(401)
    expect((await operator.call('POST', '/people', fresh())).statusCode).toBe(403)
  })

  it('adds a person with a first post, who cannot sign in yet', async () => {
    const answer = await admin.call('POST', '/people', fresh({ nip: '198503032010012003', post: post() }))
    expect(answer.statusCode).toBe(201)
    const { id, posts } = answer.json()
    expect(answer.json()).toMatchObject({ nip: '198503032010012003', disabled: false, signedInBefore: false })
    expect(posts[0]).toMatchObject({ role: 'operator', from: '2026-01-01', to: null, offices: [{ id: office }] })
    const events = (await api.events('rights')).slice(-2)
    expect(events).toMatchObject([
      { type: 'person.created', actor: `post:${admin.postId}`, data: { person: id } },
      { type: 'post.granted', data: { post: posts[0].id, person: id, offices: [office] } },
    ])
    expect(JSON.stringify(events)).not.toContain('Siti')
  })

  it('knows each NIP and user name once', async () => {
    const person = fresh()
    await admin.call('POST', '/people', person)
    const again = await admin.call('POST', '/people', person)
    expect([again.statusCode, codeOf(again)]).toEqual([409, 'exists'])
  })

  it('names every wrong field, in Indonesian', async () => {
    const answer = await admin.call('POST', '/people', { name: ' ', nip: '12', extra: 1, 'a/b~': 1 })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors).toEqual([
      { pointer: '/name', code: 'too_small', message: 'Tulis nama lengkapnya.' },
      { pointer: '/nip', code: 'invalid_format', message: 'NIP terdiri atas 18 angka; yang ditulis ada 2.' },
      { pointer: '/extra', code: 'unrecognized_keys', message: 'Isian ini tidak dikenal.' },
      { pointer: '/a~1b~0', code: 'unrecognized_keys', message: 'Isian ini tidak dikenal.' },
    ])
    expect((await admin.call('POST', '/people', { name: 'Tanpa nama masuk' })).json().errors[0].pointer).toBe('/nip')
  })

  it('leaves nothing behind where the post makes no sense', async () => {
    const person = fresh({ post: post({ offices: [nowhere] }) })
    const answer = await admin.call('POST', '/people', person)
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, '/post/offices/0'])
    expect(await api.db.prisma.person.count({ where: { username: person.username } })).toBe(0)
  })

  it('is done once under one Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'tambah-1' }
    const person = fresh()
    const answers = await Promise.all([1, 2, 3].map(() => admin.call('POST', '/people', person, key)))
    expect(answers.map(answer => answer.statusCode)).toEqual([201, 201, 201])
    expect(new Set(answers.map(answer => answer.body)).size).toBe(1)
    const other = await admin.call('POST', '/people', { ...person, name: 'Orang lain' }, key)
    expect([other.statusCode, codeOf(other)]).toEqual([409, 'key-reused'])
  })

  it('is free to be tried again under a key whose first try failed', async () => {
    const key = { 'idempotency-key': 'tambah-2' }
    const person = fresh()
    await buildPerson(api.db, { username: person.username })
    expect((await admin.call('POST', '/people', person, key)).statusCode).toBe(409)
    await api.db.prisma.person.delete({ where: { username: person.username } })
    expect((await admin.call('POST', '/people', person, key)).statusCode).toBe(201)
  })
})

describe('GET /people/:id', () => {
  it('shows one person to the admin alone', async () => {
    const path = `/people/${operator.personId}`
    expect((await api.stranger.call('GET', path)).statusCode).toBe(401)
    expect((await operator.call('GET', path)).statusCode).toBe(403)
    expect((await admin.call('GET', path)).json()).toMatchObject({
      id: operator.personId,
      posts: [{ role: 'operator' }],
    })
    expect((await admin.call('GET', `/people/${nowhere}`)).statusCode).toBe(404)
    expect((await admin.call('GET', '/people/x')).statusCode).toBe(404)
  })

  it('answers 304 to who has it', async () => {
    const path = `/people/${operator.personId}`
    const { etag = '' } = (await admin.call('GET', path)).headers
    const again = await admin.call('GET', path, undefined, { 'if-none-match': etag })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})

describe('PATCH /people/:id', () => {
  it('turns away, knows no other, refuses what is wrong', async () => {
    const path = `/people/${operator.personId}`
    expect((await api.stranger.call('PATCH', path, {})).statusCode).toBe(401)
    expect((await operator.call('PATCH', path, {})).statusCode).toBe(403)
    expect((await admin.call('PATCH', `/people/${nowhere}`, {})).statusCode).toBe(404)
    expect((await admin.call('PATCH', path, { nip: 'x' })).statusCode).toBe(422)
    expect((await admin.call('PATCH', path, { username: null })).json().errors[0].pointer).toBe('/nip')
  })

  it('changes what is named and nothing else; history keeps which, not what', async () => {
    const { id } = (await admin.call('POST', '/people', fresh({ phone: '0811' }))).json()
    const answer = await admin.call('PATCH', `/people/${id}`, { name: 'Nama Baru', phone: null })
    expect(answer.json()).toMatchObject({ name: 'Nama Baru', phone: null, username: `siti.${serial}` })
    expect(await lastEvent()).toMatchObject({
      type: 'person.changed',
      data: { person: id, changed: ['name', 'phone'] },
    })
    expect(JSON.stringify(await lastEvent())).not.toContain('Nama Baru')
  })

  it('signs a disabled person out at once, and enables again', async () => {
    const someone = await api.as({ role: 'admin' })
    const answer = await admin.call('PATCH', `/people/${someone.personId}`, { disabled: true })
    expect([answer.statusCode, answer.json().disabled]).toEqual([200, true])
    expect((await someone.call('GET', '/people')).statusCode).toBe(401)
    expect(await api.db.prisma.session.count({ where: { userId: someone.personId } })).toBe(0)
    const back = await admin.call('PATCH', `/people/${someone.personId}`, { disabled: false })
    expect(back.json().disabled).toBe(false)
  })

  it('keeps the last admin', async () => {
    const others = { role: 'admin', personId: { not: admin.personId } }
    await api.db.prisma.post.updateMany({ where: others, data: { to: new Date('2021-01-01') } })
    const shut = await admin.call('PATCH', `/people/${admin.personId}`, { disabled: true })
    expect([shut.statusCode, codeOf(shut)]).toEqual([409, 'needs-unmet'])
    expect(shut.json().needs).toMatchObject([{ code: 'another-admin' }])
    const end = (to: string, postId = admin.postId) => admin.call('POST', `/posts/${postId}/end`, { to })
    // Neither in the past, nor today, nor on any day to come: then no one could give the post to another any more.
    for (const to of ['2021-01-01', new Date().toISOString().slice(0, 10), '2199-12-31'])
      expect([to, codeOf(await end(to))]).toEqual([to, 'needs-unmet'])
    // An id in capitals is the same id
    const capitals = { person: admin.personId.toUpperCase(), post: admin.postId.toUpperCase() }
    expect(codeOf(await admin.call('PATCH', `/people/${capitals.person}`, { disabled: true }))).toBe('needs-unmet')
    expect(codeOf(await end('2021-01-01', capitals.post))).toBe('needs-unmet')
    await api.as({ role: 'admin', to: new Date('2199-12-31') })
    await api.as({ role: 'admin', from: new Date('2199-01-01') })
    expect(codeOf(await end('2199-12-31'))).toBe('needs-unmet')
    const colleague = await api.as({ role: 'operator' })
    expect((await admin.call('PATCH', `/people/${colleague.personId}`, { disabled: true })).statusCode).toBe(200)
    const next = await api.as({ role: 'admin' })
    expect((await end('2199-12-31')).statusCode).toBe(200)
    expect(codeOf(await end('2199-12-31', next.postId))).toBe('needs-unmet')
  })

  it('lets one of two admins who end each other’s posts at once win', async () => {
    await api.db.prisma.post.updateMany({ where: { role: 'admin' }, data: { to: new Date('2199-01-01') } })
    const two = [await api.as({ role: 'admin' }), await api.as({ role: 'admin' })] as const
    const answers = await Promise.all(
      two.map((by, at) => by.call('POST', `/posts/${two[1 - at]!.postId}/end`, { to: '2199-01-01' })),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })
})

describe('POST /people/:id/codes', () => {
  it('gives a code once, to be read out, and keeps its digest alone', async () => {
    const path = `/people/${operator.personId}/codes`
    expect((await api.stranger.call('POST', path)).statusCode).toBe(401)
    expect((await operator.call('POST', path)).statusCode).toBe(403)
    expect((await admin.call('POST', `/people/${nowhere}/codes`)).statusCode).toBe(404)
    const answer = await admin.call('POST', path)
    expect(answer.statusCode).toBe(201)
    const { code } = answer.json()
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    const kept = JSON.stringify(await api.db.prisma.oneTimeCode.findMany({ where: { personId: operator.personId } }))
    expect(kept).not.toContain(code.slice(0, 5))
    expect(await lastEvent()).toEqual({
      type: 'code.issued',
      actor: `post:${admin.postId}`,
      data: { person: operator.personId },
    })
  })
})

describe('POST /people/:id/posts', () => {
  it('grants a post; refuses dates and offices that make no sense', async () => {
    const path = `/people/${operator.personId}/posts`
    expect((await api.stranger.call('POST', path, post())).statusCode).toBe(401)
    expect((await operator.call('POST', path, post())).statusCode).toBe(403)
    expect((await admin.call('POST', `/people/${nowhere}/posts`, post())).statusCode).toBe(404)
    const granted = await admin.call('POST', path, post({ role: 'head', acting: 'plt', actingFor: 'Kepala Dinas' }))
    expect([granted.statusCode, granted.json().acting]).toEqual([201, 'plt'])
    const pointerOf = async (wrong: object) => (await admin.call('POST', path, post(wrong))).json().errors[0].pointer
    expect(await pointerOf({ to: '2025-01-01' })).toBe('/to')
    expect(await pointerOf({ offices: [] })).toBe('/offices')
    expect(await pointerOf({ offices: [office, nowhere] })).toBe('/offices/1')
    expect(await pointerOf({ from: '2026-02-30' })).toBe('/from')
    expect(await pointerOf({ from: '0000-01-01' })).toBe('/from')
    expect(await pointerOf({ role: 'bupati' })).toBe('/role')
  })

  it('makes admins for the whole region and all report types alone', async () => {
    const path = `/people/${operator.personId}/posts`
    const admins = { role: 'admin', region: true, offices: [] }
    const answers = await Promise.all(
      [{ role: 'admin' }, { ...admins, reportTypes: ['spm'] }, admins].map(more =>
        admin.call('POST', path, post(more)),
      ),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 201])
  })
})

describe('POST /posts/:id/end', () => {
  it('ends a post on a day', async () => {
    const someone = await api.as({ role: 'verifier', from: new Date('2024-01-01') })
    const path = `/posts/${someone.postId}/end`
    expect((await api.stranger.call('POST', path, { to: '2025-01-01' })).statusCode).toBe(401)
    expect((await operator.call('POST', path, { to: '2025-01-01' })).statusCode).toBe(403)
    expect((await admin.call('POST', `/posts/${nowhere}/end`, { to: '2025-01-01' })).statusCode).toBe(404)
    expect((await admin.call('POST', path, { to: '2023-01-01' })).json().errors[0].pointer).toBe('/to')
    expect((await admin.call('POST', path, { to: '2025-01-01' })).json().to).toBe('2025-01-01')
    expect(await lastEvent()).toMatchObject({ type: 'post.ended', data: { post: someone.postId, to: '2025-01-01' } })
  })
})
