import { dateOf } from '../days.ts'

/** What says of a post that it holds on a day, for Prisma Client. */
export const holdsOn = (day: string) => ({
  from: { lte: dateOf(day) },
  OR: [{ to: null }, { to: { gte: dateOf(day) } }],
})
