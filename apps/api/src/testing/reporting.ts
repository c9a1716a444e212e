import type { Database } from '@sepakat/db'
import { buildObligations, buildPeriods, buildWave, obligationId, officeId } from '@sepakat/db/builders/index.ts'
import type { FormId, PeriodKey } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Caller } from './testApi.ts'

export interface Reporting {
  dinkes: string
  dsp3a: string
  year: number
  /** The id of an obligation, which is that of its first report. */
  owed: (office: string, form: FormId, period: PeriodKey) => Promise<string>
}

/** A year in which two offices owe SPM and SAKIP, every period of it open now, one quarter for practice too. */
export const reporting = async (db: Database, year = 2026): Promise<Reporting> => {
  const [dinkes, dsp3a] = await Promise.all([officeId(db, 'dinkes'), officeId(db, 'dsp3a')])
  const quarters = [1, 2, 3, 4].map(quarter => `${year}-TW${quarter}`)
  await buildPeriods(db, [
    ...[...quarters, `${year}-TW1-latihan`].map(key => ({ form: 'spm/triwulan' as FormId, key })),
    ...quarters.map(key => ({ form: 'sakip/pengukuran-triwulan' as FormId, key })),
    { form: 'sakip/indikator', key: `${year}` },
    { form: 'sakip/perjanjian-kinerja', key: `${year}` },
    { form: 'sakip/evaluasi', key: `${year}` },
  ])
  await buildWave(db, { fromPeriod: `${year}-TW1`, offices: [dinkes, dsp3a], reportTypes: ['spm', 'sakip'] })
  await buildObligations(db, year)
  return { dinkes, dsp3a, year, owed: (office, form, period) => obligationId(db, office, form, period) }
}

/** One move of a submission over the API. @throws with the problem where it is refused */
export const move = async (by: Caller, id: string, name: string, body: object = {}): Promise<void> => {
  const answer = await by.call('POST', `/submissions/${id}/${name}`, body, { 'idempotency-key': v7() })
  if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.body}`)
}

/** Hands a report in and passes it through review. */
export const approve = async (operator: Caller, verifier: Caller, id: string): Promise<void> => {
  await move(operator, id, 'submit')
  await move(verifier, id, 'claim')
  await move(verifier, id, 'approve')
}
