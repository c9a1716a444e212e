import type { PostRow, SelfRow } from '@sepakat/db'
import { type Permission, permissionsOf } from '@sepakat/rules'
import type { Deps } from '../../http/deps.ts'

/** What a person, or a program with a person's key, is told of itself. */
export const meOf = async (
  { region }: Deps,
  now: Date,
  who: {
    personId: string
    self: SelfRow
    post: PostRow | null
    scopes?: Iterable<Permission>
    deviceKey?: Buffer | null
  },
) => {
  const settings = await region.get()
  const { name, nip, username, mustChangePassword, posts } = who.self
  return {
    person: { id: who.personId, name, nip, username },
    post: who.post,
    posts: who.scopes ? [] : posts,
    permissions: [...(who.scopes ?? (who.post ? permissionsOf[who.post.role] : []))],
    mustChangePassword,
    contact: settings.contact,
    region: settings.region,
    now: now.toISOString(),
    deviceKey: who.deviceKey?.toString('base64url') ?? null,
  }
}
