// A day of the region has no zone: text as 2026-03-31 everywhere but at Prisma Client, which gives and takes its midnight in UTC.

export const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10)
