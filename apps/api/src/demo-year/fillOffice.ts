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
 * Does the steps of one office in their order. What was done before a kill is told from history and left out: each step leaves an
 * event, or changes nothing when it is done again.
 * @param goesOn asked before each step
 */
export const fillOffice = async (
  db: Database,
  api: YearApi,
  { office, steps, goesOn }: { office: string; steps: readonly YearStep[]; goesOn: () => boolean },
): Promise<boolean> => {
  let second = await secondReports(db, office)
  const ids = [...new Set(steps.map(({ obligation }) => obligation)), ...second.values()]
  const left = await leftBefore(db, ids)
  for (const step of steps) {
    if (!goesOn()) return false
    const type = eventOf(step)
    const key = `${step.number === 1 ? step.obligation : (second.get(step.obligation) ?? '')} ${type}`
    const already = type === null ? 0 : (left.get(key) ?? 0)
    if (already > 0) {
      left.set(key, already - 1)
      continue
    }
    if (step.number === 2 && step.does.what !== 'renew' && !second.has(step.obligation))
      second = await secondReports(db, office)
    await doStep(api, step, step.number === 1 ? step.obligation : (second.get(step.obligation) ?? ''))
  }
  return true
}
