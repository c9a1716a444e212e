import type { EditionKind, OwnOutline } from '@sepakat/rules'

export const outlineView = (
  { type, title }: EditionKind,
  last: { version: number; outline: OwnOutline | null } | undefined,
) => ({ type, title, version: last?.version ?? 0, own: last !== undefined && last.outline !== null })
