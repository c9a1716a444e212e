import { openDatabase } from '@sepakat/db'
import {
  type BuiltPerson,
  buildObligations,
  buildPeriods,
  buildPerson,
  buildWave,
  officeId,
} from '@sepakat/db/builders/index.ts'
import { kinds, type PeriodKey, type ReportType } from '@sepakat/rules'
import type { Ground } from '../../bench/ground.ts'

export const year = 2025
export const password = 'sandi-para-perintis'

export interface Pilot {
  office: string
  operator: BuiltPerson
}
export interface Region {
  pilots: Pilot[]
  verifier: BuiltPerson
  evaluator: BuiltPerson
}

const yearly: ReportType[] = ['lppd', 'lkpj', 'sakip']
/** The five pilot offices, by their codes, with what they file; those that take longest first. */
const offices: Record<string, ReportType[]> = {
  dinkes: [...yearly, 'spm'],
  dsp3a: [...yearly, 'spm'],
  dlh: yearly,
  dkpp: yearly,
  diskominfo: yearly,
}

/** Opens every period of the year, switches the pilots on, and gives each an operator; one verifier and one evaluator for all. */
export const openRegion = async ({ env }: Ground): Promise<Region> => {
  const db = openDatabase({ url: env.DATABASE_APP_URL ?? '', max: 2 })
  try {
    const periods = Object.values(kinds).flatMap(({ form, period }) =>
      (period === 'year' ? [''] : ['-TW1', '-TW2', '-TW3', '-TW4']).map(part => ({
        form,
        key: `${year}${part}` as PeriodKey,
      })),
    )
    await buildPeriods(db, periods)
    const pilots: Pilot[] = []
    for (const [code, reportTypes] of Object.entries(offices)) {
      const office = await officeId(db, code)
      await buildWave(db, { fromPeriod: `${year}-TW1`, offices: [office], reportTypes })
      const operator = await buildPerson(db, { password, posts: [{ role: 'operator', offices: [office] }] })
      pilots.push({ office: code, operator })
    }
    await buildObligations(db, year)
    return {
      pilots,
      verifier: await buildPerson(db, { password, posts: [{ role: 'verifier' }] }),
      evaluator: await buildPerson(db, { password, posts: [{ role: 'evaluator', reportTypes: ['sakip'] }] }),
    }
  } finally {
    await db.close()
  }
}
