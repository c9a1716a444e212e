/**
 * What became of the mail of a notice; `unknown`: it was given to the server, which never answered; `stale`: its day was over before it
 * could be sent.
 */
export const noticeMails = ['none', 'waiting', 'sent', 'refused', 'unknown', 'stale'] as const
export type NoticeMail = (typeof noticeMails)[number]
