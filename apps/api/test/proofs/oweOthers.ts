import type { Database } from '@sepakat/db'
import { buildObligations, buildPeriods, buildWave } from '@sepakat/db/builders/index.ts'
import { type FormId, kinds, type PeriodKey, type ReportType } from '@sepakat/rules'

/** Every form but those known: the office owes it whole, for one period, and has not started it. @returns the period by form */
export const oweOthers = async (
  db: Database,
  office: string,
  known: readonly string[],
): Promise<Record<FormId, PeriodKey>> => {
  const others = Object.values(kinds).filter(({ form }) => !known.includes(form))
  const specs = others.map(({ form, period }) => ({ form, key: period === 'year' ? '2026' : '2026-TW2' }))
  await buildPeriods(db, specs)
  const whole = { row: '*', officeId: office, fromYear: 2026, note: '', shared: false }
  await db.prisma.rowAssignment.createMany({ data: others.map(({ form }) => ({ ...whole, form })) })
  const reportTypes = [...new Set(others.map(({ form }) => form.split('/')[0] as ReportType))]
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes })
  await buildObligations(db, 2026)
  return Object.fromEntries(specs.map(({ form, key }) => [form, key]))
}
