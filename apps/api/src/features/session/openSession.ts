import { randomBytes } from 'node:crypto'
import {
  accessStream,
  lockHead,
  noEvent,
  putDeviceKey,
  putSession,
  type Queryable,
  readDeviceKey,
  readSelf,
  type SignInPerson,
  type Transaction,
  written,
} from '@sepakat/db'
import { v7 } from 'uuid'
import type { Attempt, Opened } from './attempt.ts'

/** The key that this device encrypts its local cache with, made when the person first signs in there. */
const deviceKeyOf = async (tx: Queryable, personId: string, { body, now }: Attempt): Promise<Buffer | null> => {
  const { device } = body
  if (device === undefined) return null
  const put = putDeviceKey(tx, { personId, device, key: randomBytes(32), now })
  const [, key] = await Promise.all([put, readDeviceKey(tx, { personId, device })])
  return key
}

/** An IPv4 address that came in as one of IPv6 is told as what it is. */
const addressOf = ({ ip }: Attempt['request']): string => ip.replace(/^::ffff:(?=\d+\.)/i, '')

/**
 * Opens a session at the oldest of the posts of a person who proved to be who he or she is: one flight to read, one to write.
 * `also` writes with it. Null: there is no such person any more.
 */
export const openSession = async (
  given: Attempt,
  person: Pick<SignInPerson, 'id'>,
  also?: (tx: Transaction) => void,
): Promise<Opened | null> => {
  const { deps, request, now, today } = given
  const { token, cookie } = deps.credentials.newSession(request)
  const stream = accessStream(now, person.id)
  return given.write(async tx => {
    const asked = [readSelf(tx, person.id, today), deviceKeyOf(tx, person.id, given)] as const
    lockHead(tx, stream)
    const [self, deviceKey] = await Promise.all(asked)
    if (self === null) return noEvent(null)
    const post = self.posts[0] ?? null
    const session = v7()
    const userAgent = (request.headers['user-agent'] ?? '').slice(0, 400)
    const opened = { token, postId: post?.id ?? null, address: addressOf(request), userAgent, now }
    putSession(tx, { id: session, personId: person.id, ...opened })
    also?.(tx)
    const known = deps.credentials.knownDevices.cookieFor(request, person.id, now)
    return written(
      { personId: person.id, self, post, cookies: [cookie, known], deviceKey },
      {
        stream,
        type: 'session.started',
        actor: post === null ? 'system' : `post:${post.id}`,
        data: { session, person: person.id },
      },
    )
  })
}
