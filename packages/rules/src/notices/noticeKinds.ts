/**
 * What people are told: of what their office owes (by the calendar, or because somebody asked for it), of what waits for them to
 * review, and of what is long overdue under them.
 */
export const noticeKinds = ['reminder', 'asked', 'digest', 'escalation'] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const noticeKindLabels: Record<NoticeKind, string> = {
  reminder: 'Pengingat tenggat laporan',
  asked: 'Diingatkan oleh koordinator',
  digest: 'Laporan yang menunggu diperiksa',
  escalation: 'Laporan yang lama terlambat',
}

/**
 * What became of the mail of a notice; `unknown`: it was given to the server, which never answered; `stale`: its day was over before it
 * could be sent.
 */
export const noticeMails = ['none', 'waiting', 'sent', 'refused', 'unknown', 'stale'] as const
export type NoticeMail = (typeof noticeMails)[number]

/** Whether a notice of a kind goes to a person by mail too: there is an address that no server refused, and the kind was not opted out of. */
export const goesByMail = (
  kind: NoticeKind,
  mailbox: { address: string | null; without: readonly string[]; refusedAt: Date | null } | undefined,
): boolean =>
  mailbox !== undefined && mailbox.address !== null && mailbox.refusedAt === null && !mailbox.without.includes(kind)
