/** What became of the mail of a notice; `stale`: its day was over before it could be sent. */
export const noticeMails = ['none', 'waiting', 'sent', 'refused', 'stale'] as const
export type NoticeMail = (typeof noticeMails)[number]
