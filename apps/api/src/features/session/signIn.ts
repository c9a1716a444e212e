import { noEvent, reader, readPassword, takeUpLocked } from '@sepakat/db'
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

const isPassword = async ({ deps }: Asked, personId: string, password: string): Promise<boolean> => {
  const kept = await readPassword(reader(deps.db), personId)
  return kept !== null && deps.credentials.isPassword(kept, password)
}

/** Signs in by the password. @throws too-many, bad-credentials, second-factor-required, second-factor-wrong */
export const signIn = async (given: Asked): Promise<Opened> => {
  const { password } = given.body
  const person = await findPerson(given)
  const { release } = await claimSignIn(given, 'password', person)
  const hasFactor = person?.hasSecondFactor === true
  if (hasFactor) {
    if (!(await isPassword(given, person.id, password))) throw refused(given, 'password', person)
    await release()
    if (!(await opensLocked(given, person.id))) await requireSecondFactor(given, person.id)
  }
  const opened = await openSession(given, person, password)
  if (opened === null) throw refused(given, 'password', person)
  if (!hasFactor) await release()
  return opened
}
