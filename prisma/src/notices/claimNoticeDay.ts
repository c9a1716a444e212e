import { daysAfter } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { dateOf, dayOf } from '../days.ts'

/**
 * Makes the notices of a day the work of this transaction: another that would write them waits for it. Gives the last day before
 * it whose notices were written (the day before, where there is none); null where those of this day are.
 */
export const claimNoticeDay = async (tx: Queryable, day: string, at: Date): Promise<string | null> => {
  const { count } = await tx.prisma.noticeDay.createMany({ data: { day: dateOf(day), at }, skipDuplicates: true })
  if (count === 0) return null
  const before = await tx.prisma.noticeDay.findFirst({
    where: { day: { lt: dateOf(day) } },
    orderBy: { day: 'desc' },
  })
  return before === null ? daysAfter(day, -1) : dayOf(before.day)
}
