// Statuses of the records beside a submission, in the order of their lives.

export const noteStatuses = ['open', 'answered', 'resolved'] as const
export type NoteStatus = (typeof noteStatuses)[number]

export const reopenStatuses = ['open', 'granted', 'declined', 'withdrawn'] as const
export type ReopenStatus = (typeof reopenStatuses)[number]

export const ruleSetStatuses = ['proposed', 'approved', 'withdrawn'] as const
export type RuleSetStatus = (typeof ruleSetStatuses)[number]

export const shippedStatuses = ['proposed', 'published', 'declined', 'superseded'] as const
export type ShippedStatus = (typeof shippedStatuses)[number]

export const reorganisationStatuses = ['planned', 'done', 'withdrawn'] as const
export type ReorganisationStatus = (typeof reorganisationStatuses)[number]

export const secondingStatuses = ['waiting', 'approved', 'declined', 'withdrawn', 'alone'] as const
export type SecondingStatus = (typeof secondingStatuses)[number]

export const questionStatuses = ['asked', 'answered', 'closed'] as const
export type QuestionStatus = (typeof questionStatuses)[number]
