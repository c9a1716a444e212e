import type { Database } from '../database.ts'
import type { Transaction } from '../transaction.ts'

/** How far the demo year is filled in. `now`: the instant up to which it goes, the same after a restart. */
export interface YearProgress {
  seed: number
  now: string
  of: number
  /** Codes of the offices that are complete. */
  done: string[]
}

const key = 'demo-year'

/** Notes that this database gets a demo year, of which nothing is there yet. */
export const beginYear = async ({ prisma }: Database, progress: Omit<YearProgress, 'done'>): Promise<void> => {
  await prisma.setting.create({ data: { key, value: { ...progress, done: [] }, updatedBy: 'system' } })
}

/** Null: no demo region, or one from before there was a demo year. */
export const yearProgress = async ({ prisma }: Database): Promise<YearProgress | null> => {
  const found = await prisma.setting.findUnique({ where: { key }, select: { value: true } })
  // written by the two functions beside this one alone
  return found ? (found.value as unknown as YearProgress) : null
}

export const noteOffice = async ({ prisma }: Database, progress: YearProgress): Promise<void> => {
  await prisma.setting.update({ where: { key }, data: { value: { ...progress } } })
}

/** Nothing more is filled in. */
export const endYear = async ({ prisma }: Pick<Transaction, 'prisma'>): Promise<void> => {
  await prisma.setting.deleteMany({ where: { key } })
}
