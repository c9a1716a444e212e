import type { FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

const coveragePeriods = statement(
  'coverage-periods',
  `SELECT form, key AS period FROM period
   WHERE form = ANY ($1) AND left(key, 4) = $2 AND key NOT LIKE '%-latihan' ORDER BY form, key`,
  { form: col.text.as<FormId>(), period: col.text.as<PeriodKey>() },
)

/** The periods of a year in which these forms are filed, by form and period; those of practice are not there. */
export const filedPeriods = (
  tx: Queryable,
  { forms, year }: { forms: readonly FormId[]; year: number },
): Promise<{ form: FormId; period: PeriodKey }[]> => tx.query(coveragePeriods, [forms, String(year)])
