import type { NoticeKind } from './noticeKinds.ts'

/** Whether a notice of a kind goes to a person by mail too: there is an address that no server refused, and the kind was not opted out of. */
export const goesByMail = (
  kind: NoticeKind,
  mailbox: { address: string | null; without: readonly string[]; refusedAt: Date | null } | undefined,
): boolean =>
  mailbox !== undefined && mailbox.address !== null && mailbox.refusedAt === null && !mailbox.without.includes(kind)
