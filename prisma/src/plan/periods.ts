import type { FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { typed } from '../typed.ts'

export interface PeriodRow {
  form: FormId
  key: PeriodKey
  opensAt: Date
  dueAt: Date
  closesAt: Date
}

export const listPeriods = async (
  tx: Queryable,
  { year, form }: { year?: number | undefined; form?: string | undefined },
): Promise<PeriodRow[]> => {
  const where = {
    ...(year !== undefined && { key: { startsWith: String(year) } }),
    ...(form !== undefined && { form }),
  }
  return (await tx.prisma.period.findMany({ where, orderBy: [{ key: 'asc' }, { form: 'asc' }] })).map(typed.period)
}

/** Makes or changes periods. What is owed for them keeps its deadline: `putDue` moves those. */
export const putPeriods = async (tx: Queryable, periods: PeriodRow[]): Promise<void> => {
  for (const { form, key, ...instants } of periods)
    await tx.prisma.period.upsert({
      where: { form_key: { form, key } },
      create: { form, key, ...instants },
      update: instants,
    })
}

/** Whether any obligation is for a period; null where there is no such period. */
export const periodIsOwed = async (
  tx: Queryable,
  { form, key }: Pick<PeriodRow, 'form' | 'key'>,
): Promise<boolean | null> => {
  if ((await tx.prisma.period.findUnique({ where: { form_key: { form, key } } })) === null) return null
  return (await tx.prisma.obligation.findFirst({ where: { form, period: key }, select: { id: true } })) !== null
}

export const removePeriod = async (tx: Queryable, { form, key }: Pick<PeriodRow, 'form' | 'key'>): Promise<void> => {
  await tx.prisma.period.delete({ where: { form_key: { form, key } } })
}
