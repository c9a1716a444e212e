import { expect, it } from 'vitest'
import { outcome, twoFactorStage } from './twoFactorGround.ts'

const at = twoFactorStage()
const { code, guarded, later, signIn, typesOf } = at

const resetOf = (personId: string) => `/people/${personId}/second-factor/reset`

it('where no one can second it, no administrator takes a second factor away: only the console does', async () => {
  const [admin, victim] = [await guarded(), await guarded('leader')]
  const answer = await admin.call('POST', resetOf(victim.personId))
  expect(outcome(answer)).toEqual([409, 'needs-unmet'])
  expect(answer.json().detail).toContain('npm run second-factor:reset')
  expect(outcome(await signIn(victim.username))).toEqual([401, 'second-factor-required'])
})

it('an administrator does not take his or her own second factor away, whatever second person would confirm it', async () => {
  const admin = await guarded()
  await guarded()
  expect(outcome(await admin.call('POST', resetOf(admin.personId)))).toEqual([409, 'needs-unmet'])
})

it('a reset waits for a second person, and the second factor is asked for until then', async () => {
  const [admin, second, victim] = [await guarded(), await guarded(), await guarded()]
  const asked = await admin.call('POST', resetOf(victim.personId))
  expect(asked.statusCode).toBe(202)
  expect(outcome(await signIn(victim.username))).toEqual([401, 'second-factor-required'])
  const { id, digest } = asked.json()
  expect((await admin.call('POST', `/secondings/${id}/approve`, { digest })).statusCode).toBe(409)
  expect((await second.call('POST', `/secondings/${id}/approve`, { digest })).statusCode).toBe(200)
  expect(outcome(await victim.call('GET', '/session'))).toEqual([401, 'not-signed-in'])
  later(60)
  const answer = await signIn(victim.username)
  expect([answer.statusCode, answer.json().mustSetUpSecondFactor]).toEqual([200, true])
  expect(await typesOf(victim.personId)).toEqual(expect.arrayContaining(['second.asked', 'second-factor.reset']))
})

it('recovery codes and the old telephone open nothing after a reset', async () => {
  const [admin, second, victim] = [await guarded(), await guarded(), await guarded('leader')]
  const { id, digest } = (await admin.call('POST', resetOf(victim.personId))).json()
  await second.call('POST', `/secondings/${id}/approve`, { digest })
  const { personId } = victim
  expect(await at.api.db.prisma.recoveryCode.count({ where: { personId } })).toBe(0)
  expect(await at.api.db.prisma.secondFactor.count({ where: { personId } })).toBe(0)
  expect((await signIn(victim.username, { secondFactor: code(victim) })).json().mustSetUpSecondFactor).toBe(false)
})

it('a user who can neither give rights nor second them resets no one', async () => {
  const [leader, victim] = [await guarded('leader'), await guarded()]
  expect(outcome(await leader.call('POST', resetOf(victim.personId)))).toEqual([403, 'no-right'])
})
