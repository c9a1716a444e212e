import type { SubmissionRecord } from '@sepakat/db'
import type { Scope } from '@sepakat/rules'

/** Enough to name things by, where the form itself can no longer be built. */
export const bareScope = ({ officeId, period }: Pick<SubmissionRecord, 'officeId' | 'period'>, name: string): Scope => {
  const year = Number(period.slice(0, 4))
  return { office: { id: officeId, name }, period, rows: '*', plan: { from: year, to: year }, sources: {} }
}
