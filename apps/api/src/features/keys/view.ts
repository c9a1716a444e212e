import type { KeyLine } from '@sepakat/db'
import { keyUse } from '@sepakat/rules'

export const keyView = ({ ownerPosts, ...key }: KeyLine) => ({
  ...key,
  idle: keyUse(key.scopes, ownerPosts).idle,
  ownerUntil: keyUse(key.scopes, ownerPosts).until,
  expiresAt: key.expiresAt.toISOString(),
  revokedAt: key.revokedAt?.toISOString() ?? null,
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  createdAt: key.createdAt.toISOString(),
})
