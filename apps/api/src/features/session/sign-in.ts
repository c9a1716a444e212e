import { randomBytes } from 'node:crypto'
import {
  accessStream,
  appendEvent,
  endSessions,
  findSignInPerson,
  holdsCode,
  nameSession,
  type PostRow,
  putDeviceKey,
  putPassword,
  type Queryable,
  readDeviceKey,
  reader,
  readPassword,
  readSelf,
  type SelfRow,
  type SignInPerson,
  takeUpLocked,
  transaction,
  useCode,
} from '@sepakat/db'
import type { FastifyRequest } from 'fastify'
import { v7 } from 'uuid'
import type { Cookie } from '../../http/cookie.ts'
import { readLetters } from '../../http/credentials.ts'
import type { Deps } from '../../http/deps.ts'
import { isOwnMachine } from '../../http/own-machine.ts'
import { invalid, problem } from '../../http/problem.ts'
import { claim, type Place } from './attempts.ts'
import { localWords } from './local-words.ts'
import { flawOf } from './password-rules.ts'
import { proveSecondFactor } from './second-factor/prove.ts'

/** A request to sign in, with what the handler knows of it. */
export interface Attempt {
  deps: Deps
  request: FastifyRequest
  now: Date
  today: string
  name: string
  secondFactor: string | undefined
  /** The id the device gave itself. */
  device: string | undefined
}
export interface Opened {
  personId: string
  self: SelfRow
  post: PostRow | null
  cookies: Cookie[]
  deviceKey: Buffer | null
}
type By = 'password' | 'code'
type Why = 'wrong' | 'throttled'

/** Nobody has this e-mail: judging a password against it costs what any other costs. */
const nobody = 'nobody@orang.invalid'

/** History knows who was meant (if anybody) and why it failed; never the name or the password that was typed. */
const noteRefusal = ({ deps, request, now }: Attempt, person: SignInPerson | null, by: By, why: Why) =>
  deps.refusals.note({
    type: 'session.refused',
    person: person?.id ?? null,
    by: `${why} ${person?.id ?? request.ip}`,
    actor: 'system',
    data: { by, why },
    now,
  })

/** Whom the name means, as far as this request may sign in as such a one. */
const findPerson = async ({ deps, request, name }: Attempt): Promise<SignInPerson | null> => {
  const person = await findSignInPerson(reader(deps.db), name)
  const barred = person?.demo === true && !(deps.config.demo && isOwnMachine(request))
  return barred ? null : person
}

/** A device on which this person signed in before, else the address. */
const placeOf = ({ deps, request, now }: Attempt, person: SignInPerson | null): Place => {
  const device = person && deps.credentials.knownDevices.of(request, person.id, now)
  return device ? { device } : { address: request.ip }
}

/** Counts an attempt and gives the way to take it back. @throws too-many, where one must wait before the next */
const claimFor = async (given: Attempt, by: By, person: SignInPerson | null) => {
  const { deps, name, now } = given
  const claimed = await claim(deps, { secret: by, name, place: placeOf(given, person), now })
  if (claimed.refusal === null) return claimed
  await noteRefusal(given, person, by, 'throttled')
  throw claimed.refusal
}

/** Wrong name and wrong secret look the same. */
const refuse = async (given: Attempt, by: By, person: SignInPerson | null): Promise<never> => {
  await noteRefusal(given, person, by, 'wrong')
  throw problem('bad-credentials', by === 'code' ? { detail: wrongCode } : {})
}

const wrongCode =
  'Periksa NIP atau nama pengguna dan kode Anda. Kode berlaku tujuh hari dan hanya satu kali; bila perlu minta yang baru.'

/** The key that this device seals its keeping with, made when the person first signs in there. */
const deviceKeyOf = async (tx: Queryable, personId: string, { device, now }: Attempt): Promise<Buffer | null> => {
  if (device === undefined) return null
  await putDeviceKey(tx, { personId, device, key: randomBytes(32), now })
  return readDeviceKey(tx, { personId, device })
}

/** Opens a session by the engine and names it in history, at the oldest of the person's posts. */
const open = async (given: Attempt, person: SignInPerson | null, password: string): Promise<Opened | null> => {
  const { deps, request, now, today } = given
  const opened = await deps.credentials.open({
    email: person?.hasPassword ? person.email : nobody,
    password,
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 400),
  })
  if (opened === null || person === null) return null
  return transaction(deps.db, async tx => {
    const self = await readSelf(tx, person.id, today)
    if (self === null) return null
    const post = self.posts[0] ?? null
    const session = await nameSession(tx, { token: opened.token, postId: post?.id ?? null, now })
    await appendEvent(tx, {
      stream: accessStream(now, person.id),
      type: 'session.started',
      actor: post === null ? 'system' : `post:${post.id}`,
      at: now,
      data: { session, person: person.id },
    })
    const deviceKey = await deviceKeyOf(tx, person.id, given)
    const known = deps.credentials.knownDevices.cookieFor(request, person.id, now)
    return { personId: person.id, self, post, cookies: [opened.cookie, known], deviceKey }
  })
}

/** A screen that this person locked in this browser is opened again: the second factor was proved there. */
const opensLocked = ({ deps, request, now }: Attempt, personId: string): Promise<boolean> => {
  const token = deps.credentials.tokenOf(request)
  return token === null
    ? Promise.resolve(false)
    : transaction(deps.db, tx => takeUpLocked(tx, { token, personId, now }))
}

/** Of a person who has one, once the password or the code is right: before that nobody learns who has. */
const requireSecondFactor = async (given: Attempt, personId: string): Promise<void> => {
  if (given.secondFactor === undefined) throw problem('second-factor-required')
  await proveSecondFactor(given.deps, { personId, code: given.secondFactor, now: given.now })
}

const isPassword = async ({ deps }: Attempt, personId: string, password: string): Promise<boolean> => {
  const kept = await readPassword(reader(deps.db), personId)
  return kept !== null && deps.credentials.isPassword(kept, password)
}

export const signIn = async (given: Attempt, password: string): Promise<Opened> => {
  const person = await findPerson(given)
  const { release } = await claimFor(given, 'password', person)
  const hasFactor = person?.hasSecondFactor === true
  if (hasFactor) {
    if (!(await isPassword(given, person.id, password))) return refuse(given, 'password', person)
    await release()
    if (!(await opensLocked(given, person.id))) await requireSecondFactor(given, person.id)
  }
  const opened = await open(given, person, password)
  if (opened === null) return refuse(given, 'password', person)
  if (!hasFactor) await release()
  return opened
}

/** Uses the code up and sets the password in its place; whoever was signed in as this person is not any more. */
const redeem = async (
  tx: Queryable,
  { deps, now, today }: Attempt,
  person: SignInPerson | null,
  code: string,
  password: string,
) => {
  const personId = person?.id ?? v7()
  const hash = deps.credentials.digest('code', personId, readLetters(code))
  if (!(await useCode(tx, { personId, hash, now })) || person === null) return null
  const flaw = await flawOf(password, [person.nip, person.username, person.name], await localWords(deps, tx, today))
  if (flaw !== null) throw invalid('/password', flaw)
  await putPassword(tx, personId, await deps.credentials.hashPassword(password))
  const ended = await endSessions(tx, personId)
  const data = { person: personId, sessions: ended.length }
  await appendEvent(tx, { stream: 'rights', type: 'password.reset', actor: 'system', at: now, data })
  return { ...person, hasPassword: true }
}

/** Asks for the second factor before the code is used up: who mistypes it keeps the code. False: the code is wrong. */
const mayRedeem = async (given: Attempt, person: SignInPerson | null, code: string): Promise<boolean> => {
  if (!person?.hasSecondFactor) return true
  const { deps, now } = given
  const hash = deps.credentials.digest('code', person.id, readLetters(code))
  if (!(await holdsCode(reader(deps.db), { personId: person.id, hash, now }))) return false
  await requireSecondFactor(given, person.id)
  return true
}

/**
 * A code that is right passes whatever was tried before: its 50 bits are not guessed, and who is locked out has no other way. So it
 * is judged first and counted where it was wrong. A password that may not be taken leaves the code as it was.
 */
export const signInByCode = async (given: Attempt, code: string, password: string): Promise<Opened> => {
  const person = await findPerson(given)
  const known = (await mayRedeem(given, person, code))
    ? await transaction(given.deps.db, tx => redeem(tx, given, person, code, password))
    : null
  const opened = known && (await open(given, known, password))
  if (opened === null) {
    await claimFor(given, 'code', person)
    return refuse(given, 'code', person)
  }
  given.deps.bells.checkAccess(opened.personId)
  return opened
}
