import { expect, it } from 'vitest'
import { issueResetCode } from '#boot/issueResetCode.ts'
import { createCredentials } from '#http/auth/credentials.ts'
import { setUpSecondFactor } from '#testing/secondFactor.ts'
import { cookieOf, type Guarded, outcome, password, twoFactorStage } from './twoFactorGround.ts'

const at = twoFactorStage()
const { signIn, guarded, code, eventsOf, typesOf, later } = at

const locked = async (victim: Guarded): Promise<string> => {
  const answer = await signIn(victim.username, { secondFactor: code(victim) })
  const cookie = cookieOf(answer)
  expect((await at.api.stranger.call('DELETE', '/session?locked=true', undefined, { cookie })).statusCode).toBe(204)
  return cookie
}

it('a locked screen opens nothing, and its owner goes on there by the password alone', async () => {
  const victim = await guarded()
  const cookie = await locked(victim)
  expect(outcome(await at.api.stranger.call('GET', '/people', undefined, { cookie }))).toEqual([401, 'not-signed-in'])
  expect(outcome(await signIn(victim.username, { password: 'bukan sandinya' }, { cookie }))).toEqual([
    401,
    'bad-credentials',
  ])
  expect((await signIn(victim.username, {}, { cookie })).statusCode).toBe(200)
  expect(outcome(await signIn(victim.username, {}, { cookie }))).toEqual([401, 'second-factor-required'])
})

it('the locked screen of one does not let another past the second factor', async () => {
  const [victim, thief] = [await guarded(), await guarded('leader')]
  const cookie = await locked(thief)
  expect(outcome(await signIn(victim.username, {}, { cookie }))).toEqual([401, 'second-factor-required'])
})

it('a session that is not locked, or was signed out of, replaces no second factor', async () => {
  const victim = await guarded()
  expect(outcome(await signIn(victim.username, {}, victim.headers))).toEqual([401, 'second-factor-required'])
  await victim.call('DELETE', '/session')
  expect(outcome(await signIn(victim.username, {}, victim.headers))).toEqual([401, 'second-factor-required'])
})

it('a locked screen that was ended from elsewhere asks for the code again', async () => {
  const victim = await guarded()
  const cookie = await locked(victim)
  await victim.call('DELETE', '/sessions')
  expect(outcome(await signIn(victim.username, {}, { cookie }))).toEqual([401, 'second-factor-required'])
})

it('a screen locked for longer than a day asks for the code again', async () => {
  const victim = await guarded()
  const cookie = await locked(victim)
  later(25 * 3600)
  expect(outcome(await signIn(victim.username, {}, { cookie }))).toEqual([401, 'second-factor-required'])
})

/** As `npm run second-factor:reset` does it. */
const onConsole = async ({ username }: Guarded) =>
  (await issueResetCode({ db: at.api.db, clock: () => at.now }, createCredentials(at.api.config), username))?.code

it('a code from the console takes the second factor away once, and only with the password', async () => {
  const victim = await guarded()
  const secondFactor = await onConsole(victim)
  expect(outcome(await signIn(victim.username, { password: secondFactor, secondFactor }))[1]).toBe('bad-credentials')
  const answer = await signIn(victim.username, { secondFactor })
  expect([answer.statusCode, answer.json().mustSetUpSecondFactor]).toEqual([200, true])
  expect(outcome(await victim.call('GET', '/session'))).toEqual([401, 'not-signed-in'])
  expect(await typesOf(victim.personId)).toContain('second-factor.reset')
  const cookie = cookieOf(answer)
  await setUpSecondFactor(
    { call: (method, path, body) => at.api.stranger.call(method, path, body, { cookie }) },
    password,
    at.now,
  )
  expect(outcome(await signIn(victim.username, { secondFactor }))).toEqual([401, 'second-factor-wrong'])
})

it('a code from the console is of no use after an hour, nor once another was made', async () => {
  const victim = await guarded()
  const [first, second] = [await onConsole(victim), await onConsole(victim)]
  expect(outcome(await signIn(victim.username, { secondFactor: first }))).toEqual([401, 'second-factor-wrong'])
  later(3601)
  expect(outcome(await signIn(victim.username, { secondFactor: second }))).toEqual([401, 'second-factor-wrong'])
  expect((await signIn(victim.username, { secondFactor: code(victim) })).statusCode).toBe(200)
})

it('a code from the console of one person opens nothing of another', async () => {
  const [victim, thief] = [await guarded(), await guarded()]
  const secondFactor = await onConsole(thief)
  expect(outcome(await signIn(victim.username, { secondFactor }))).toEqual([401, 'second-factor-wrong'])
})

it('a code made on the console is in history, with whose it is', async () => {
  const victim = await guarded()
  await onConsole(victim)
  const made = (await eventsOf(victim.personId)).find(({ type }) => type === 'second-factor.codes-made')
  expect(made).toMatchObject({ actor: 'system', data: { person: victim.personId, resets: true } })
})
