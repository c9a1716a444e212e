import { randomBytes } from 'node:crypto'
import {
  accessStream,
  nameSession,
  noEvent,
  putDeviceKey,
  type Queryable,
  readDeviceKey,
  readSelf,
  type SignInPerson,
  written,
} from '@sepakat/db'
import type { Attempt, Opened } from './attempt.ts'

/** No user has this e-mail: judging a password against it costs what any other costs. */
const noUser = 'nobody@orang.invalid'

/** The key that this device encrypts its local cache with, made when the person first signs in there. */
const deviceKeyOf = async (tx: Queryable, personId: string, { body, now }: Attempt): Promise<Buffer | null> => {
  const { device } = body
  if (device === undefined) return null
  await putDeviceKey(tx, { personId, device, key: randomBytes(32), now })
  return readDeviceKey(tx, { personId, device })
}

/**
 * Opens a session at the oldest of the person's posts. The engine judges the password and makes the session's row, both before the
 * transaction that names it in history: a session whose token was never given out opens nothing. Null: the password is wrong.
 */
export const openSession = async (
  given: Attempt,
  person: SignInPerson | null,
  password: string,
): Promise<Opened | null> => {
  const { deps, request, now, today } = given
  const opened = await deps.credentials.open({
    email: person?.hasPassword ? person.email : noUser,
    password,
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 400),
  })
  if (opened === null || person === null) return null
  return given.write(async tx => {
    const self = await readSelf(tx, person.id, today)
    if (self === null) return noEvent(null)
    const post = self.posts[0] ?? null
    const session = await nameSession(tx, { token: opened.token, postId: post?.id ?? null, now })
    const deviceKey = await deviceKeyOf(tx, person.id, given)
    const known = deps.credentials.knownDevices.cookieFor(request, person.id, now)
    return written(
      { personId: person.id, self, post, cookies: [opened.cookie, known], deviceKey },
      {
        stream: accessStream(now, person.id),
        type: 'session.started',
        actor: post === null ? 'system' : `post:${post.id}`,
        data: { session, person: person.id },
      },
    )
  })
}
