import {
  endSessions,
  holdsCode,
  noEvent,
  putPassword,
  type Queryable,
  reader,
  type SignInPerson,
  useCode,
  written,
} from '@sepakat/db'
import { v7 } from 'uuid'
import { readLetters } from '#http/auth/credentials.ts'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { claimSignIn, findPerson, type Opened, refused } from './attempt.ts'
import { openSession } from './openSession.ts'
import { localWords, passwordFlaw } from './passwordFlaw.ts'
import { requireSecondFactor } from './requireSecondFactor.ts'

type Asked = Context<'POST /session/code'>
interface Code {
  personId: string
  hash: string
  now: Date
}

const codeOf = ({ deps, body, now }: Asked, personId: string): Code => ({
  personId,
  hash: deps.credentials.digest('code', personId, readLetters(body.code)),
  now,
})

/** The hash of the password that is to take the code's place. @throws invalid where it may not be taken: the code stays as it was */
const hashOfNew = async ({ deps, body: { password }, today }: Asked, person: SignInPerson): Promise<string> => {
  const own = [person.nip, person.username, person.name]
  const flaw = await passwordFlaw(password, own, await localWords(deps, reader(deps.db), today))
  if (flaw !== null) throw invalid('/password', flaw)
  return deps.credentials.hashPassword(password)
}

/** Uses the code up and sets the password in its place; all sessions of the person end. False: too late. */
const redeem = async (tx: Queryable, code: Code, passwordHash: string) => {
  const { personId } = code
  if (!(await useCode(tx, code))) return noEvent(false)
  await putPassword(tx, personId, passwordHash)
  const data = { person: personId, sessions: (await endSessions(tx, personId)).length }
  return written(true, { stream: 'rights', type: 'password.reset', data })
}

/** Opens a session by a code that is right; null where it is not. */
const openByCode = async (given: Asked, person: SignInPerson | null): Promise<Opened | null> => {
  const code = codeOf(given, person?.id ?? v7())
  if (!(await holdsCode(reader(given.deps.db), code)) || person === null) return null
  // Before the code is used up: who mistypes the second factor keeps it
  if (person.hasSecondFactor) await requireSecondFactor(given, person.id)
  const passwordHash = await hashOfNew(given, person)
  // Apart: the code is used whatever becomes of the session
  if (!(await given.writeApart(tx => redeem(tx, code, passwordHash)))) return null
  return openSession(given, person)
}

/**
 * A code that is right passes whatever was tried before: its 50 bits are not guessed, and who is locked out has no other way. So it
 * is judged first and counted where it was wrong.
 */
export const signInByCode = async (given: Asked): Promise<Opened> => {
  const person = await findPerson(given)
  const opened = await openByCode(given, person)
  if (opened === null) {
    await claimSignIn(given, 'code', person)
    throw refused(given, 'code', person)
  }
  given.deps.liveUpdates.checkAccess(opened.personId)
  return opened
}
