import type { Database } from '@sepakat/db'
import { eventOf, type YearStep } from '@sepakat/db/demo-year/YearStep.ts'
import { doStep } from './doStep.ts'
import type { YearApi } from './yearApi.ts'

/** How often each event was already left, by report and type. */
const leftBefore = async ({ pool }: Database, reports: readonly string[]): Promise<Map<string, number>> => {
  const { rows } = await pool.query<{ stream: string; type: string; n: number }>(
    'SELECT stream, type, count(*)::int AS n FROM event WHERE stream = ANY ($1) GROUP BY stream, type',
    [reports.map(id => `submission/${id}`)],
  )
  return new Map(rows.map(({ stream, type, n }) => [`${stream.slice('submission/'.length)} ${type}`, n]))
}

/** The ids of the Perubahan that were begun, by the obligation. */
const secondReports = async ({ pool }: Database, office: string): Promise<Map<string, string>> => {
  const { rows } = await pool.query<{ obligation: string; id: string }>(
    `SELECT b.id AS obligation, s.id FROM obligation b JOIN submission s ON s.office_id = b.office_id AND s.form = b.form AND s.period = b.period
     WHERE b.office_id = $1 AND s.number = 2`,
    [office],
  )
  return new Map(rows.map(({ obligation, id }) => [obligation, id]))
}

/**
 * The steps that are still to be done. What was done before a kill is told from history: with an event of a report, all before it
 * in the same report is done too.
 */
const stepsLeft = (
  steps: readonly YearStep[],
  left: Map<string, number>,
  second: ReadonlyMap<string, string>,
): YearStep[] => {
  const last = new Map<string, number>()
  for (const [n, step] of steps.entries()) {
    const id = step.number === 1 ? step.obligation : second.get(step.obligation)
    const key = `${id} ${eventOf(step)}`
    const count = left.get(key) ?? 0
    if (count === 0) continue
    left.set(key, count - 1)
    last.set(`${step.number} ${step.obligation}`, n)
  }
  return steps.filter((step, n) => n > (last.get(`${step.number} ${step.obligation}`) ?? -1))
}

/**
 * Does the steps of one office in their order, without those that were done before a kill.
 * @param goesOn asked before each step
 * @returns whether all is done
 */
export const fillOffice = async (
  db: Database,
  api: YearApi,
  { office, steps, goesOn }: { office: string; steps: readonly YearStep[]; goesOn: () => boolean },
): Promise<boolean> => {
  let second = await secondReports(db, office)
  const ids = [...new Set(steps.map(({ obligation }) => obligation)), ...second.values()]
  for (const step of stepsLeft(steps, await leftBefore(db, ids), second)) {
    if (!goesOn()) return false
    if (step.number === 2 && !second.has(step.obligation)) second = await secondReports(db, office)
    await doStep(api, step, step.number === 1 ? step.obligation : (second.get(step.obligation) ?? ''))
  }
  return true
}
