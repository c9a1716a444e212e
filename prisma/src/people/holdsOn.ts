import { dateOf } from '../days.ts'

/** What says of a post that it holds on a day, for Prisma Client. */
export const holdsOn = (day: string) => ({
  from: { lte: dateOf(day) },
  OR: [{ to: null }, { to: { gte: dateOf(day) } }],
})

/** The same in SQL, of a post `t` of a person `p` who may still sign in. */
export const holdsToday = (day: string): string =>
  `p.disabled_at IS NULL AND t."from" <= ${day}::date AND (t."to" IS NULL OR t."to" >= ${day}::date)`
