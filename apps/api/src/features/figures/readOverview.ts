import { api } from '@sepakat/contract'
import { overviewOfYear, snapshot } from '@sepakat/db'
import { overviewTotals, type ReportType, reachOf } from '@sepakat/rules'
import { z } from 'zod'
import type { Deps } from '#http/deps.ts'
import { JsonText } from '#http/JsonText.ts'
import type { Context } from '#http/route.ts'
import { regionCoverage } from './regionCoverage.ts'

type Asked = Pick<Context<'GET /overview'>, 'query' | 'actor' | 'today' | 'deps'>
const { response } = api['GET /overview']
type Overview = z.output<typeof response>
const counted = response.omit({ cells: true })

interface Ask {
  reach: { offices: string[] | null; reportTypes: ReportType[] | null }
  year: number
  practice: boolean
}

const readNow = ({ db, clock }: Deps, ask: Ask): Promise<JsonText<Overview>> =>
  snapshot(db, async tx => {
    const isWhole = ask.reach.offices === null && !ask.practice
    const [{ cells, counts }, coverage] = await Promise.all([
      overviewOfYear(tx, { ...ask, now: clock() }),
      isWhole ? regionCoverage(tx, { year: ask.year, reportTypes: ask.reach.reportTypes }) : [],
    ])
    const rest = JSON.stringify(z.encode(counted, { totals: overviewTotals(counts), coverage }))
    return new JsonText(Buffer.concat([Buffer.from(`${rest.slice(0, -1)},"cells":`), ...cells, Buffer.from('}')]))
  })

/** What is owed in a year within reach, how far it is, and for who reaches the region how much of every recap is in. Those who reach the same share it. */
export const readOverview = async ({ query, actor, today, deps }: Asked) => {
  const reach = reachOf(actor.access, 'figure.read', today)
  if (reach === null) return { totals: [], coverage: [], cells: [] }
  const { year = Number(today.slice(0, 4)), practice = false } = query
  const ask = { reach, year, practice }
  return deps.share(`overview ${JSON.stringify(ask)}`, () => readNow(deps, ask))
}
