import { noEvent, takeUpLocked } from '@sepakat/db'
import type { Context } from '#http/route.ts'
import { claimSignIn, findPerson, type Opened, refused } from './attempt.ts'
import { openSession } from './openSession.ts'
import { requireSecondFactor } from './requireSecondFactor.ts'

type Asked = Context<'POST /session'>

/** A screen that this person locked in this browser is opened again: the second factor was proved there. */
const opensLocked = async ({ deps, request, now, writeApart }: Asked, personId: string): Promise<boolean> => {
  const token = deps.credentials.tokenOf(request)
  return token !== null && writeApart(async tx => noEvent(await takeUpLocked(tx, { token, personId, now })))
}

/** Signs in by the password. @throws too-many, bad-credentials, second-factor-required, second-factor-wrong */
export const signIn = async (given: Asked): Promise<Opened> => {
  const person = await findPerson(given)
  const { release, releaseIn } = await claimSignIn(given, 'password', person)
  const isRight = await given.deps.credentials.isPassword(person?.password ?? null, given.body.password)
  if (person === null || !isRight) throw refused(given, 'password', person)
  if (person.hasSecondFactor) {
    await release()
    if (!(await opensLocked(given, person.id))) await requireSecondFactor(given, person.id)
  }
  const opened = await openSession(given, person, person.hasSecondFactor ? undefined : releaseIn)
  if (opened === null) throw refused(given, 'password', person)
  return opened
}
