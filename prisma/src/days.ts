// A day of the region has no zone: text as 2026-03-31 everywhere but at Prisma Client, which gives and takes its midnight in UTC.

export const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

/** The first and the last day of what lasts; null: it has no end. */
export const daysOf = ({ from, to }: { from: Date; to: Date | null }) => ({ from: dayOf(from), to: to && dayOf(to) })
export const datesOf = ({ from, to }: { from: string; to: string | null }) => ({
  from: dateOf(from),
  to: to === null ? null : dateOf(to),
})
