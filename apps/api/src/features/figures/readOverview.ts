import { obligationsOfYear, snapshot } from '@sepakat/db'
import { overviewTotals, reachOf } from '@sepakat/rules'
import type { Context } from '#http/route.ts'
import { regionCoverage } from './regionCoverage.ts'
import { overviewCell } from './view.ts'

type Asked = Pick<Context<'GET /overview'>, 'query' | 'actor' | 'db' | 'now' | 'today'>

/** What is owed in a year within reach, how far it is, and for who reaches the region how much of every recap is in. */
export const readOverview = async ({ query, actor, db, now, today }: Asked) => {
  const reach = reachOf(actor.access, 'figure.read', today)
  if (reach === null) return { totals: [], coverage: [], cells: [] }
  const { year = Number(today.slice(0, 4)), practice = false } = query
  const isWhole = reach.offices === null && !practice
  return snapshot(db, async tx => {
    const owed = await obligationsOfYear(tx, { reach, year, practice })
    const coverage = isWhole ? await regionCoverage(tx, { year, reportTypes: reach.reportTypes }) : []
    return { totals: overviewTotals(owed, now), cells: owed.map(one => overviewCell(one, now)), coverage }
  })
}
