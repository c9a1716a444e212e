// The ways to sign in: by the server, or offline by what is stored on this device.

import type { Me } from '../apiTypes.ts'
import { hasCode, NoAnswerError } from '../problems/ProblemError.ts'
import { api } from '../transport/api.ts'
import { dropPrefetched } from '../transport/prefetched.ts'
import { thisDevice } from '../vault/thisDevice.ts'
import { endSession, endSessionLeft, sessionEnded } from './endSession.ts'
import { openOffline } from './session.ts'

export interface Credentials {
  name: string
  password: string
}
/** Input of the sign-in page; the second factor is used once and not stored. */
export interface Typed extends Credentials {
  secondFactor?: string
}
/** The user who signed in. `confirmed`: by the server. */
export interface Entry {
  me: Me
  credentials: Credentials
  confirmed: boolean
}
/** Nothing here can be unlocked with this name and password, and the server does not answer. */
export class NotKnownHereError extends Error {
  override name = 'NotKnownHereError'
}
/** The session of this browser belongs to another user than the one who started here offline. */
export class AnotherHereError extends Error {
  override name = 'AnotherHereError'
}

/** A server that does not answer within this time (ms) does not keep a user from this device's data. */
const timeoutMs = 6000

/** @throws ProblemError, NoAnswerError */
export async function signInOnline(typed: Typed): Promise<Entry> {
  const { secondFactor: _, ...credentials } = typed
  await sessionEnded()
  dropPrefetched()
  const me = await api('POST /session', { body: { ...typed, ...thisDevice() } })
  return { me, credentials, confirmed: true }
}

/** @throws ProblemError, NotKnownHereError */
export async function signInAnyway(typed: Typed): Promise<Entry> {
  let answered = false
  const here = async (): Promise<Entry | null> => {
    const { name, password } = typed
    const me = await openOffline(name, password, () => answered)
    return me && { me, credentials: { name, password }, confirmed: false }
  }
  const asked = signInOnline(typed)
  // After the server has answered nothing is unlocked here any more.
  asked.then(
    () => {
      answered = true
    },
    error => {
      answered = !(error instanceof NoAnswerError)
    },
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Entry>(resolve => {
    timer = setTimeout(async () => {
      const entry = await here()
      if (entry) resolve(entry)
    }, timeoutMs)
  })
  try {
    return await Promise.race([asked, late])
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error
    const entry = await here()
    if (entry) return entry
    throw new NotKnownHereError(undefined, { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

/** A sign-in starts in the oldest post: switches to the one that was used, where the user still holds it. */
export async function backToPost(me: Me, post: string | undefined): Promise<Me> {
  if (!post || me.post?.id === post) return me
  try {
    return { ...(await api('PUT /session/post', { body: { post } })), deviceKey: me.deviceKey }
  } catch (error) {
    if (hasCode(error, 'not-found')) return me
    throw error
  }
}

/** The user confirmed by the server; a session left while offline ends first. @throws ProblemError, NoAnswerError */
export async function askSession(): Promise<Me> {
  await endSessionLeft()
  return api('GET /session', { query: thisDevice() })
}

/**
 * Asks the server for the session, after a start that was not confirmed. Where the session has expired, or is that of a previous
 * user, one is created with what was just typed. @throws NoAnswerError while the server does not answer, ProblemError or
 * AnotherHereError where a user has to sign in
 */
export async function confirmEntry(believed: Me, credentials: Credentials | undefined): Promise<Me> {
  try {
    const me = await askSession()
    if (me.person.id === believed.person.id) return me
    if (!credentials) throw new AnotherHereError()
    await endSession()
  } catch (error) {
    if (!hasCode(error, 'not-signed-in') || !credentials) throw error
  }
  const { me } = await signInOnline(credentials)
  return backToPost(me, believed.post?.id)
}
