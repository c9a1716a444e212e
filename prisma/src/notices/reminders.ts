import type { ActorId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { dateOf } from '../days.ts'
import { actorNames, type Named } from '../submissions/actorNames.ts'
import { typed } from '../typed.ts'

/** That somebody asked an office for what it owes. */
export interface ReminderRow {
  message: string
  by: Named
  at: Date
}

/** The reminder of an obligation on a day; null where there was none. */
export const readReminder = async (tx: Queryable, obligationId: string, day: string): Promise<ReminderRow | null> => {
  const key = { obligationId, day: dateOf(day) }
  const row = await tx.prisma.reminder.findUnique({ where: { obligationId_day: key } })
  if (row === null) return null
  const { message, by, at } = typed.reminder(row)
  return { message, by: (await actorNames(tx, [by]))(by), at }
}

/** Of an obligation that is locked and was not reminded of on that day. */
export const addReminder = async (
  tx: Queryable,
  { obligation, day, ...said }: { obligation: string; day: string; message: string; by: ActorId; at: Date },
): Promise<void> => {
  await tx.prisma.reminder.create({ data: { obligationId: obligation, day: dateOf(day), ...said } })
}
