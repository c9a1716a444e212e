import type { FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { type MadeOf, rowsSeen } from '../rowsSeen.ts'

// A revision never changes, and is written together with its report.
const rows = rowsSeen(
  'reports-seen',
  `SELECT s.form || ' ' || s.period AS key, s.xmin AS written FROM submission s WHERE s.form = ANY ($2) AND s.period = ANY ($3)
   UNION ALL SELECT s.form || ' ' || s.period, c.xmin FROM recomputation c JOIN submission s ON s.id = c.submission_id
             WHERE s.form = ANY ($2) AND s.period = ANY ($3)
   UNION ALL SELECT '*', xmin FROM rule_set
   UNION ALL SELECT '*', xmin FROM office_span`,
)

interface Asked {
  forms: readonly FormId[]
  periods: readonly PeriodKey[]
  /** With what was only submitted. */
  provisional: boolean
}

/** The reports of forms and periods, and what was made of them before. */
export interface ReportsSeen extends Asked {
  tx: Queryable
  madeOf: (form: FormId, period: PeriodKey) => MadeOf
  /**
   * Reads of each form and period what is not known of it.
   * @param read of these forms in these periods, by `<form> <period>`
   */
  each: <T>(
    what: string,
    none: T,
    read: (of: Asked) => Promise<ReadonlyMap<string, T>>,
  ) => Promise<(form: FormId, period: PeriodKey) => T>
}

export const reportKey = ({ form, period }: { form: FormId; period: PeriodKey }): string => `${form} ${period}`

/** Reports of these forms in these periods, of which everything that is told of them is kept until one is another (`rowsSeen`). */
export const reportsSeen = async (tx: Queryable, { forms, periods, provisional }: Asked): Promise<ReportsSeen> => {
  const made = await rows(tx, [forms, periods])
  const madeOf = (form: FormId, period: PeriodKey) => made(reportKey({ form, period }))
  return {
    tx,
    forms,
    periods,
    provisional,
    madeOf,
    each: async <T>(what: string, none: T, read: (of: Asked) => Promise<ReadonlyMap<string, T>>) => {
      const name = `${what} ${provisional}`
      const missing = forms.flatMap(form =>
        periods.filter(period => !madeOf(form, period).has(name)).map(period => ({ form, period })),
      )
      const found =
        missing.length === 0
          ? new Map<string, T>()
          : await read({
              forms: [...new Set(missing.map(({ form }) => form))],
              periods: [...new Set(missing.map(({ period }) => period))],
              provisional,
            })
      for (const { form, period } of missing)
        madeOf(form, period).set(name, found.get(reportKey({ form, period })) ?? none)
      return (form, period) => (madeOf(form, period).get(name) as T | undefined) ?? none
    },
  }
}
