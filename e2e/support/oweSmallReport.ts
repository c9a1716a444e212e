import type { Database } from '@sepakat/db'
import { buildObligations, buildPeriods, buildWave, obligationId, officeId } from '@sepakat/db/builders/index.ts'

/**
 * Creates the obligation of the smallest report: SPM of one quarter of 2026, one service. Journeys in the same worker
 * share a product: each takes a quarter of its own.
 */
export const oweSmallReport = async (db: Database, period: `2026-TW${1 | 2 | 3 | 4}`) => {
  const office = await officeId(db, 'satpolpp')
  await buildPeriods(db, [{ form: 'spm/triwulan', key: period }])
  await buildWave(db, { fromPeriod: period, offices: [office], reportTypes: ['spm'] })
  await buildObligations(db, 2026)
  return { office, obligation: await obligationId(db, office, 'spm/triwulan', period) }
}
