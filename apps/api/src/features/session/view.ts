import { type Database, officeNames, type PostRow, reader, type SelfRow, type SessionLine } from '@sepakat/db'
import { type Permission, permissionsOf } from '@sepakat/rules'
import type { Acting } from '#http/auth/acting.ts'
import { deviceOf } from '#http/auth/deviceOf.ts'
import type { Deps } from '#http/deps.ts'

/** The key that asks, with how far it reaches and how long; null where a person does. */
export const keyOf = async (db: Database, { key, reportTypes, region, officeIds }: Acting) =>
  key && {
    id: key.id,
    name: key.name,
    reportTypes: [...reportTypes],
    region,
    offices: await officeNames(reader(db), [...officeIds]),
    expiresAt: key.expiresAt.toISOString(),
  }

/** What a person, or a program with a person's key, is told of itself. */
export const meOf = async (
  { region, config }: Deps,
  now: Date,
  who: {
    personId: string
    self: SelfRow
    post: PostRow | null
    scopes?: Iterable<Permission>
    deviceKey?: Buffer | null
    key?: Awaited<ReturnType<typeof keyOf>>
  },
) => {
  const settings = await region.get()
  const { name, nip, username, mustChangePassword, lacksSecondFactor, posts } = who.self
  return {
    person: { id: who.personId, name, nip, username },
    post: who.post,
    posts: who.scopes ? [] : posts,
    permissions: [...(who.scopes ?? (who.post ? permissionsOf[who.post.role] : []))],
    mustChangePassword,
    mustSetUpSecondFactor: config.secondFactorRequired && lacksSecondFactor,
    contact: settings.contact,
    region: settings.region,
    now: now.toISOString(),
    deviceKey: who.deviceKey?.toString('base64url') ?? null,
    key: who.key ?? null,
  }
}

/** One of a person's sessions, as its list shows it. */
export const sessionView = ({ id, address, userAgent, ...at }: SessionLine, own: string) => ({
  id,
  current: id === own,
  device: deviceOf(userAgent),
  address,
  startedAt: at.startedAt.toISOString(),
  lastSeenAt: at.lastSeenAt.toISOString(),
  expiresAt: at.expiresAt.toISOString(),
})
