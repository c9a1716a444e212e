import { buildPerson } from '@sepakat/db/builders/index.ts'
import { demoAccounts, demoPassword, seedDemo } from '@sepakat/db/seed/demo.ts'
import { expect, it } from 'vitest'
import { setUpSecondFactor } from '#testing/secondFactor.ts'
import { testApi } from '#testing/testApi.ts'
import { totpOf } from '#testing/totp.ts'
import { cookieOf, outcome, password, twoFactorStage } from './twoFactorGround.ts'

const at = twoFactorStage()
const { signIn, guarded, code, wrongCode, typesOf, later } = at

it('who must have a second factor and has none does nothing else before', async () => {
  const { id, username, posts } = await buildPerson(at.api.db, { password, posts: [{ role: 'admin' }] })
  const answer = await signIn(username)
  expect(answer.json().mustSetUpSecondFactor).toBe(true)
  const cookie = { cookie: cookieOf(answer) }
  for (const path of ['/people', '/keys', '/settings', '/offices', '/submissions'])
    expect(outcome(await at.api.stranger.call('GET', path, undefined, cookie))).toEqual([
      403,
      'second-factor-setup-required',
    ])
  expect(outcome(await at.api.stranger.call('POST', `/people/${id}/codes`, undefined, cookie))[1]).toBe(
    'second-factor-setup-required',
  )
  const old = await at.api.session(id, posts[0]?.id ?? '')
  expect(outcome(await old.call('GET', '/people'))).toEqual([403, 'second-factor-setup-required'])
  await setUpSecondFactor(
    { call: (method, path, body) => at.api.stranger.call(method, path, body, cookie) },
    password,
    at.now,
  )
  expect((await at.api.stranger.call('GET', '/people', undefined, cookie)).statusCode).toBe(200)
  expect(outcome(await old.call('GET', '/session'))).toEqual([401, 'not-signed-in'])
})

it('an approver is held up as an administrator is, also while acting at another post', async () => {
  const { posts, id } = await buildPerson(at.api.db, { password, posts: [{ role: 'leader' }, { role: 'approver' }] })
  const session = await at.api.session(id, posts[0]?.id ?? '')
  expect(outcome(await session.call('GET', '/submissions'))).toEqual([403, 'second-factor-setup-required'])
})

it('who is given such a post meanwhile is led to the set-up in the session there is', async () => {
  const person = await at.api.as({ role: 'leader' })
  expect((await person.call('GET', '/submissions')).statusCode).toBe(200)
  await at.api.db.prisma.post.create({
    data: {
      personId: person.personId,
      role: 'admin',
      region: true,
      reportTypes: [],
      officeIds: [],
      from: new Date('2020-01-01'),
    },
  })
  expect(outcome(await person.call('GET', '/submissions'))).toEqual([403, 'second-factor-setup-required'])
  expect((await person.call('GET', '/session')).json().mustSetUpSecondFactor).toBe(true)
})

it('an administrator cannot take his or her own second factor away', async () => {
  const victim = await guarded()
  expect(outcome(await victim.call('POST', '/second-factor/remove', { password, secondFactor: code(victim) }))).toEqual(
    [409, 'needs-unmet'],
  )
})

it('a person cannot be changed into one without a second factor', async () => {
  const [victim, thief] = [await guarded(), await guarded()]
  for (const more of [
    { secondFactor: null },
    { lacksSecondFactor: false },
    { demo: true },
    { twoFactorEnabled: false },
  ])
    expect(outcome(await thief.call('PATCH', `/people/${victim.personId}`, more))).toEqual([422, 'invalid'])
  for (const method of ['DELETE', 'PATCH', 'POST'] as const)
    expect((await victim.call(method, '/second-factor', {})).statusCode).toBeGreaterThanOrEqual(400)
  expect(outcome(await signIn(victim.username))).toEqual([401, 'second-factor-required'])
})

it('an open browser without the password neither moves nor removes the second factor', async () => {
  const victim = await guarded('leader')
  const wrong = { password: 'bukan sandinya', secondFactor: code(victim) }
  for (const [method, path] of [
    ['PUT', '/second-factor'],
    ['POST', '/second-factor/remove'],
    ['POST', '/second-factor/recovery-codes'],
  ] as const)
    expect(outcome(await victim.call(method, path, wrong))).toEqual([401, 'bad-credentials'])
})

it('the password without a code neither moves nor removes the second factor', async () => {
  const victim = await guarded('leader')
  expect(outcome(await victim.call('PUT', '/second-factor', { password }))).toEqual([401, 'second-factor-required'])
  const wrong = { password, secondFactor: wrongCode(victim) }
  expect(outcome(await victim.call('PUT', '/second-factor', wrong))).toEqual([401, 'second-factor-wrong'])
  expect(outcome(await victim.call('POST', '/second-factor/remove', wrong))).toEqual([401, 'second-factor-wrong'])
})

it('a secret that was created and not confirmed replaces nothing', async () => {
  const victim = await guarded()
  const begun = await victim.call('PUT', '/second-factor', { password, secondFactor: code(victim) })
  later(60)
  const unconfirmed = totpOf(begun.json().secret, at.now)
  expect(outcome(await signIn(victim.username, { secondFactor: unconfirmed }))).toEqual([401, 'second-factor-wrong'])
  expect((await signIn(victim.username, { secondFactor: code(victim) })).statusCode).toBe(200)
})

it('guessing the code that confirms a new secret stops too', async () => {
  const { id, posts } = await buildPerson(at.api.db, { password, posts: [{ role: 'leader' }] })
  const session = await at.api.session(id, posts[0]?.id ?? '')
  const { secret } = (await session.call('PUT', '/second-factor', { password })).json()
  const wrong = ['000000', '111111', '222222', '333333'].find(
    one => ![-30, 0, 30].some(shift => totpOf(secret, new Date(at.now.getTime() + shift * 1000)) === one),
  )
  const all: number[] = []
  for (let n = 0; n < 12; n++)
    all.push((await session.call('POST', '/second-factor/confirm', { secondFactor: wrong })).statusCode)
  expect(all.at(-1)).toBe(429)
  const { detail } = (await session.call('POST', '/second-factor/confirm', { secondFactor: wrong })).json()
  expect(detail).toMatch(/^Kode verifikasinya beberapa kali salah\. Coba lagi dalam \d+ (detik|menit)\.$/)
})

it('who lost the answer to the set-up is told that it is set up, and makes recovery codes', async () => {
  const victim = await guarded()
  const again = await victim.call('POST', '/second-factor/confirm', { secondFactor: code(victim) })
  expect(outcome(again)).toEqual([409, 'needs-unmet'])
  expect(again.json().detail).toMatch(/^Verifikasi dua langkah sudah terpasang\..*kode pemulihan/)
})

it('sessions that were open elsewhere end when a second factor is set up', async () => {
  const { id, posts } = await buildPerson(at.api.db, { password, posts: [{ role: 'leader' }] })
  const [own, stolen] = [await at.api.session(id, posts[0]?.id ?? ''), await at.api.session(id, posts[0]?.id ?? '')]
  await setUpSecondFactor(own, password, at.now)
  expect((await own.call('GET', '/session')).statusCode).toBe(200)
  expect(outcome(await stolen.call('GET', '/session'))).toEqual([401, 'not-signed-in'])
})

const bodyOf = (method: string) => (method === 'GET' ? undefined : { password, secondFactor: '123456' })

it('a key works on as before, and reaches nothing of the second factor', async () => {
  const posts = [{ role: 'admin' as const }, { role: 'leader' as const }]
  const { id } = await buildPerson(at.api.db, { password, posts })
  const key = await at.api.withKey({ owner: id, scopes: ['figure.read'] })
  expect((await key.call('GET', '/figures?year=2026')).statusCode).toBe(200)
  await at.api.db.prisma.secondFactor.create({ data: { personId: id, secret: 'x', setUpAt: at.now } })
  expect((await key.call('GET', '/figures?year=2026')).statusCode).toBe(200)
  for (const [method, path] of [
    ['GET', '/second-factor'],
    ['PUT', '/second-factor'],
    ['POST', '/second-factor/remove'],
  ] as const)
    expect(outcome(await key.call(method, path, bodyOf(method)))).toEqual([403, 'no-right'])
})

it('a stranger reaches nothing of the second factor', async () => {
  for (const [method, path] of [
    ['GET', '/second-factor'],
    ['PUT', '/second-factor'],
    ['POST', '/second-factor/confirm'],
    ['POST', '/second-factor/recovery-codes'],
    ['POST', '/second-factor/remove'],
  ] as const)
    expect((await at.api.stranger.call(method, path, bodyOf(method))).statusCode).toBe(401)
})

it('neither secret nor recovery code is in the database or in history', async () => {
  const victim = await guarded()
  await signIn(victim.username, { secondFactor: victim.recoveryCodes[0] })
  const rows = JSON.stringify(
    [
      await at.api.db.prisma.secondFactor.findMany(),
      await at.api.db.prisma.recoveryCode.findMany(),
      await at.api.db.prisma.event.findMany(),
    ],
    (_, value) => (typeof value === 'bigint' ? Number(value) : value),
  )
  for (const secret of [victim.secret, ...victim.recoveryCodes, ...victim.recoveryCodes.map(c => c.replace('-', ''))])
    expect(rows).not.toContain(secret)
})

it('the secret is shown while it is set up and never again', async () => {
  const victim = await guarded()
  for (const path of ['/session', '/second-factor', '/sessions', `/people/${victim.personId}`])
    expect((await victim.call('GET', path)).body).not.toContain(victim.secret)
})

it('history names each step with whom it concerns', async () => {
  const victim = await guarded()
  await signIn(victim.username, { secondFactor: wrongCode(victim) })
  await victim.call('POST', '/second-factor/recovery-codes', { password, secondFactor: code(victim) })
  expect((await typesOf(victim.personId)).filter(type => type.startsWith('second-factor.'))).toEqual([
    'second-factor.set-up',
    'second-factor.refused',
    'second-factor.codes-made',
  ])
})

it('demo accounts are asked for none, and cannot lock one onto an account that everybody knows', async () => {
  const demo = await testApi(undefined, { env: { SECOND_FACTOR: 'required' } })
  await seedDemo(demo.db, new Date())
  const admin = demoAccounts.find(({ username }) => username === 'pengelola')
  const answer = await demo.stranger.call('POST', '/session', { name: admin?.username, password: demoPassword })
  expect(answer.json().mustSetUpSecondFactor).toBe(false)
  const cookie = { cookie: cookieOf(answer) }
  expect(outcome(await demo.stranger.call('PUT', '/second-factor', { password: demoPassword }, cookie))).toEqual([
    403,
    'no-right',
  ])
  await demo.close()
})
