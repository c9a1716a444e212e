import { buildPerson } from '@sepakat/db/builders/index.ts'
import { expect, it } from 'vitest'
import { setUpSecondFactor } from '#testing/secondFactor.ts'
import { testApi } from '#testing/testApi.ts'
import { totpOf } from '#testing/totp.ts'
import { outcome, password, twoFactorStage } from './twoFactorGround.ts'

const at = twoFactorStage()
const { signIn, guarded, code, wrongCode, typesOf, sessionsOf, later } = at

it('the password alone opens no session of who has a second factor', async () => {
  const victim = await guarded()
  const before = await sessionsOf(victim)
  const answer = await signIn(victim.username)
  expect(outcome(answer)).toEqual([401, 'second-factor-required'])
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(await sessionsOf(victim)).toBe(before)
  expect(outcome(await signIn(victim.username, { secondFactor: code(victim) }))).toEqual([200, undefined])
})

it('who does not know the password does not learn who has a second factor', async () => {
  const victim = await guarded()
  const wrong = { password: 'bukan sandinya' }
  expect(outcome(await signIn(victim.username, wrong))).toEqual([401, 'bad-credentials'])
  expect(outcome(await signIn(victim.username, { ...wrong, secondFactor: code(victim) }))).toEqual([
    401,
    'bad-credentials',
  ])
})

it('a code that was used is refused within its own half minute', async () => {
  const victim = await guarded()
  const seen = code(victim)
  expect(outcome(await signIn(victim.username, { secondFactor: seen }))).toEqual([200, undefined])
  expect(outcome(await signIn(victim.username, { secondFactor: seen }))).toEqual([401, 'second-factor-wrong'])
})

it('a code that was used is refused in the half minute after, where a late clock would be forgiven', async () => {
  const victim = await guarded()
  const seen = code(victim)
  await signIn(victim.username, { secondFactor: seen })
  later(30)
  expect(outcome(await signIn(victim.username, { secondFactor: seen }))).toEqual([401, 'second-factor-wrong'])
})

it('of one code sent four times at once, one opens a session', async () => {
  const victim = await guarded()
  const seen = code(victim)
  const all = await Promise.all(Array.from({ length: 4 }, () => signIn(victim.username, { secondFactor: seen })))
  expect(all.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
})

it('the code that set the second factor up opens no session afterwards', async () => {
  const { id, username, posts } = await buildPerson(at.api.db, { password, posts: [{ role: 'admin' }] })
  const { secret } = await setUpSecondFactor(await at.api.session(id, posts[0]?.id ?? ''), password, at.now)
  expect(outcome(await signIn(username, { secondFactor: totpOf(secret, at.now) }))).toEqual([
    401,
    'second-factor-wrong',
  ])
})

it('a clock half a minute early or late is forgiven, one of two steps is not', async () => {
  const victim = await guarded()
  for (const shift of [-60, 60])
    expect(outcome(await signIn(victim.username, { secondFactor: code(victim, shift) }))).toEqual([
      401,
      'second-factor-wrong',
    ])
  expect((await signIn(victim.username, { secondFactor: code(victim, -30) })).statusCode).toBe(200)
  expect((await signIn(victim.username, { secondFactor: code(victim, 30) })).statusCode).toBe(200)
})

it('guessing codes stops after some, and then the right one waits too', async () => {
  const victim = await guarded()
  const guess = { secondFactor: wrongCode(victim) }
  const all: number[] = []
  for (let n = 0; n < 14; n++) all.push((await signIn(victim.username, guess)).statusCode)
  expect(all.filter(status => status === 401).length).toBeLessThanOrEqual(10)
  expect(all.at(-1)).toBe(429)
  expect((await signIn(victim.username, { secondFactor: code(victim) })).statusCode).toBe(429)
  later(16 * 60)
  expect((await signIn(victim.username, { secondFactor: code(victim) })).statusCode).toBe(200)
})

it('asking with the password between guesses makes no room for more', async () => {
  const victim = await guarded()
  let judged = 0
  for (let n = 0; n < 20; n++) {
    await signIn(victim.username)
    if ((await signIn(victim.username, { secondFactor: wrongCode(victim) })).statusCode === 401) judged++
  }
  expect(judged).toBeLessThanOrEqual(10)
})

it('guesses from many addresses count together', async () => {
  const many = await testApi(undefined, {
    now: () => at.now,
    env: { SECOND_FACTOR: 'required', RATE_LIMIT: '1', TRUST_PROXY: '127.0.0.1' },
  })
  const { id, username, posts } = await buildPerson(many.db, { password, posts: [{ role: 'admin' }] })
  await setUpSecondFactor(await many.session(id, posts[0]?.id ?? ''), password, at.now)
  const body = { name: username, password, secondFactor: '000000' }
  let judged = 0
  for (let n = 0; n < 16; n++) {
    const answer = await many.stranger.call('POST', '/session', body, { 'x-forwarded-for': `10.0.0.${n}` })
    if (answer.statusCode === 401) judged++
  }
  expect(judged).toBeLessThanOrEqual(10)
  await many.close()
})

it('the code of another person opens nothing', async () => {
  const [victim, thief] = [await guarded(), await guarded('leader')]
  expect(outcome(await signIn(victim.username, { secondFactor: code(thief) }))).toEqual([401, 'second-factor-wrong'])
})

it('a recovery code of another person opens nothing', async () => {
  const [victim, thief] = [await guarded(), await guarded('leader')]
  expect(outcome(await signIn(victim.username, { secondFactor: thief.recoveryCodes[0] }))).toEqual([
    401,
    'second-factor-wrong',
  ])
})

it('a secret copied into the row of another opens nothing', async () => {
  const [victim, thief] = [await guarded(), await guarded('leader')]
  const { secret } = await at.api.db.prisma.secondFactor.findUniqueOrThrow({ where: { personId: thief.personId } })
  await at.api.db.prisma.secondFactor.update({ where: { personId: victim.personId }, data: { secret } })
  expect(outcome(await signIn(victim.username, { secondFactor: code(thief) }))).toEqual([401, 'second-factor-wrong'])
})

it('a recovery code opens a session once', async () => {
  const victim = await guarded()
  const [recovery = ''] = victim.recoveryCodes
  const typed = { secondFactor: ` ${recovery.toLowerCase().replace('-', ' ')} ` }
  expect(outcome(await signIn(victim.username, typed))).toEqual([200, undefined])
  expect(outcome(await signIn(victim.username, typed))).toEqual([401, 'second-factor-wrong'])
  expect((await victim.call('GET', '/second-factor')).json().recoveryCodesLeft).toBe(9)
  expect(await typesOf(victim.personId)).toContain('second-factor.code-used')
})

it('of one recovery code sent four times at once, one opens a session', async () => {
  const victim = await guarded()
  const secondFactor = victim.recoveryCodes[3]
  const all = await Promise.all(Array.from({ length: 4 }, () => signIn(victim.username, { secondFactor })))
  expect(all.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
})

it('recovery codes of before are void once new ones are made', async () => {
  const victim = await guarded()
  const made = await victim.call('POST', '/second-factor/recovery-codes', { password, secondFactor: code(victim) })
  expect(made.json().recoveryCodes).toHaveLength(10)
  expect(outcome(await signIn(victim.username, { secondFactor: victim.recoveryCodes[0] }))).toEqual([
    401,
    'second-factor-wrong',
  ])
  expect((await signIn(victim.username, { secondFactor: made.json().recoveryCodes[0] })).statusCode).toBe(200)
})

it('a one-time code from an administrator does not get past the second factor', async () => {
  const [victim, thief] = [await guarded(), await guarded()]
  const given = (await thief.call('POST', `/people/${victim.personId}/codes`)).json().code
  const body = { name: victim.username, code: given, password: 'perahu besar di muara' }
  expect(outcome(await at.api.stranger.call('POST', '/session/code', body))).toEqual([401, 'second-factor-required'])
  const wrong = { ...body, secondFactor: wrongCode(victim) }
  expect(outcome(await at.api.stranger.call('POST', '/session/code', wrong))).toEqual([401, 'second-factor-wrong'])
  expect((await signIn(victim.username, { secondFactor: code(victim) })).statusCode).toBe(200)
  const right = { ...body, secondFactor: victim.recoveryCodes[0] }
  expect((await at.api.stranger.call('POST', '/session/code', right)).statusCode).toBe(200)
})
