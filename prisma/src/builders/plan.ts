import { compareObligations, type FormId, type PeriodKey, type ReportType } from '@sepakat/rules'
import type { Database } from '../database.ts'
import { addObligations } from '../plan/addObligations.ts'
import { loadPlan, owedInYear } from '../plan/loadPlan.ts'
import { lockPlan } from '../plan/lockPlan.ts'
import { transaction } from '../transaction.ts'

const dayMs = 86_400_000

export interface PeriodSpec {
  form: FormId
  key: PeriodKey
  opensAt?: Date
  dueAt?: Date
  closesAt?: Date
}

/** Periods that are open now, unless said otherwise: opened a month ago, due in a month, closed in two. */
export const buildPeriods = async ({ prisma }: Database, specs: PeriodSpec[]): Promise<void> => {
  const now = Date.now()
  for (const { form, key, ...instants } of specs) {
    const data = {
      opensAt: instants.opensAt ?? new Date(now - 30 * dayMs),
      dueAt: instants.dueAt ?? new Date(now + 30 * dayMs),
      closesAt: instants.closesAt ?? new Date(now + 60 * dayMs),
    }
    await prisma.period.upsert({ where: { form_key: { form, key } }, create: { form, key, ...data }, update: data })
  }
}

export const buildWave = async (
  { prisma }: Database,
  spec: { name?: string; fromPeriod: PeriodKey; offices: string[]; reportTypes: ReportType[] },
): Promise<void> => {
  await prisma.wave.create({
    data: {
      name: spec.name ?? 'Gelombang uji',
      fromPeriod: spec.fromPeriod,
      officeIds: spec.offices,
      reportTypes: spec.reportTypes,
    },
  })
}

/** What the plan of a year asks for and is not owed yet. */
export const buildObligations = (db: Database, year: number): Promise<string[]> =>
  transaction(db, async tx => {
    await lockPlan(tx)
    const compared = compareObligations(await loadPlan(tx, year), await owedInYear(tx, year))
    return addObligations(
      tx,
      compared.filter(({ state }) => state === 'new'),
    )
  })

/** The id of one obligation, which is also that of its first submission. */
export const obligationId = async (
  { prisma }: Database,
  officeId: string,
  form: FormId,
  period: PeriodKey,
): Promise<string> =>
  (
    await prisma.obligation.findUniqueOrThrow({
      where: { officeId_form_period: { officeId, form, period } },
      select: { id: true },
    })
  ).id
