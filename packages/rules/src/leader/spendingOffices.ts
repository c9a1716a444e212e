import type { SpendingOffice } from './ChartData.ts'
import { chartForms } from './ChartData.ts'
import type { LeaderReport } from './LeaderData.ts'

/** What each office that reported its spending absorbed and achieved. */
export function spendingOffices({ counted, owners, officeOf }: LeaderReport): SpendingOffice[] {
  const { absorption, physical } = chartForms.spending
  const of = (office: string, code: string) =>
    counted.find(one => one.office === office && one.figure.code === code && one.figure.row === '')
  return (owners.get('*') ?? []).flatMap(id => {
    const absorbed = of(id, absorption)
    if (!absorbed) return []
    return {
      office: officeOf(id),
      absorption: absorbed.figure.value,
      physical: of(id, physical)?.figure.value ?? null,
      coverage: { owed: 1, reported: 1, approved: absorbed.standing === 'final' ? 1 : 0 },
    }
  })
}
