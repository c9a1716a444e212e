import { api } from '@sepakat/contract'
import { overviewOfYear, type Transaction } from '@sepakat/db'
import { overviewTotals, type ReportType, reachOf } from '@sepakat/rules'
import { z } from 'zod'
import { JsonText } from '#http/JsonText.ts'
import type { Made } from '#http/keepSeen.ts'
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

const makeOverview = async (tx: Transaction, ask: Ask, now: Date): Promise<Made<Overview>> => {
  const isWhole = ask.reach.offices === null && !ask.practice
  const [{ cells, counts, until }, coverage] = await Promise.all([
    overviewOfYear(tx, { ...ask, now }),
    isWhole ? regionCoverage(tx, { year: ask.year, reportTypes: ask.reach.reportTypes }) : [],
  ])
  const rest = JSON.stringify(z.encode(counted, { totals: overviewTotals(counts), coverage }))
  const text = Buffer.concat([Buffer.from(`${rest.slice(0, -1)},"cells":`), ...cells, Buffer.from('}')])
  return { answer: new JsonText(text), until }
}

/** What is owed in a year within reach, how far it is, and for who reaches the region how much of every recap is in. Those who reach the same share it. */
export const readOverview = async ({ query, actor, today, deps }: Asked) => {
  const reach = reachOf(actor.access, 'figure.read', today)
  if (reach === null) return { totals: [], coverage: [], cells: [] }
  const { year = Number(today.slice(0, 4)), practice = false } = query
  const ask = { reach, year, practice }
  return deps.keepSeen(`overview ${JSON.stringify(ask)}`, (tx, now) => makeOverview(tx, ask, now))
}
