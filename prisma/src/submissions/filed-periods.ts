import type { FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

/** The periods of a year in which these forms are filed, by form and period; those of practice are not there. */
export const filedPeriods = (
  tx: Queryable,
  { forms, year }: { forms: readonly FormId[]; year: number },
): Promise<{ form: FormId; period: PeriodKey }[]> =>
  tx.query(
    'coverage-periods',
    `SELECT form, key AS period FROM period
     WHERE form = ANY ($1) AND left(key, 4) = $2 AND key NOT LIKE '%-latihan' ORDER BY form, key`,
    [forms, String(year)],
  )
