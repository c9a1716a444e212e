import type { FormId } from '@sepakat/rules'
import { newestCatalogues } from '../catalogue/versions.ts'
import { type Database, reader } from '../database.ts'
import { readSettings } from '../settings/settings.ts'
import { loadYearOffices } from './loadYearOffices.ts'
import { officeSteps } from './officeSteps.ts'
import type { OwedReport } from './reportEnd.ts'
import type { YearOffice } from './YearOffice.ts'
import type { YearStep } from './YearStep.ts'
import type { YearProgress } from './yearProgress.ts'

/** The offices of the demo year, and what each does; the same from the same seed and instant. */
export const loadYear = async (
  db: Database,
  { seed, now }: Pick<YearProgress, 'seed' | 'now'>,
): Promise<{ offices: YearOffice[]; stepsOf: (office: YearOffice) => Promise<YearStep[]> }> => {
  const offices = await loadYearOffices(db)
  const region = {
    ...{ seed, now: new Date(now), firstYear: new Date(now).getUTCFullYear() - 1 },
    planFrom: (await readSettings(reader(db))).plan.from,
    offices: new Map(offices.map(office => [office.code, office])),
    catalogues: Object.fromEntries((await newestCatalogues(reader(db))).map(({ form, body }) => [form, body])),
  }
  const periods = await db.prisma.period.findMany({ select: { form: true, key: true, opensAt: true } })
  const opens = new Map(periods.map(({ form, key, opensAt }) => [`${form} ${key}`, opensAt]))
  const stepsOf = async (office: YearOffice): Promise<YearStep[]> => {
    const owed = await db.prisma.obligation.findMany({
      where: { officeId: office.id, practice: false },
      select: { id: true, form: true, period: true, dueAt: true },
      orderBy: [{ period: 'asc' }, { form: 'asc' }],
    })
    const reports = owed.map(({ id, form, period, dueAt }): OwedReport => {
      const opensAt = opens.get(`${form} ${period}`) ?? dueAt
      return { obligation: id, form: form as FormId, period, dueAt, opensAt }
    })
    return officeSteps(region, office, reports)
  }
  return { offices, stepsOf }
}
