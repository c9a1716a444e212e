import { api } from '@sepakat/contract'
import { punctualityOf, type Queryable, snapshot, targetsOf, turnaroundOf } from '@sepakat/db'
import {
  type ChartData,
  chartForms,
  dashboardCharts,
  leaderForms,
  leaderPeriods,
  spendingOffices,
  yearBefore,
} from '@sepakat/rules'
import type { z } from 'zod'
import type { Deps } from '#http/deps.ts'
import type { Context } from '#http/route.ts'
import { type AskOfPost, keptForPost } from './keptForPost.ts'
import { reportAndBefore } from './leaderReport.ts'
import { quartersOf, readQuarters } from './readQuarters.ts'

type Asked = Pick<Context<'GET /dashboards'>, 'query' | 'actor' | 'deps'>
const { response } = api['GET /dashboards']

const readNow = async (
  { db, clock, region }: Deps,
  { year, reportTypes }: AskOfPost,
): Promise<z.output<typeof response>> => {
  const now = clock()
  const { zone } = (await region.get()).region
  const charts = dashboardCharts(await snapshot(db, tx => readCharts(tx, { year, now, zone })))
  return {
    year,
    at: now.toISOString(),
    charts: charts.filter(({ reportType }) => reportTypes?.includes(reportType) ?? true),
  }
}

async function readCharts(
  tx: Queryable,
  { year, now, zone }: { year: number; now: Date; zone: string },
): Promise<ChartData> {
  const years = [year, year - 1, year - 2]
  const quarters = years.flatMap(quartersOf)
  const punctuality = await punctualityOf(tx, { years, now, zone })
  const read = (subject: 'lppd' | 'lkpj') =>
    reportAndBefore(tx, subject, leaderPeriods(punctuality, leaderForms[subject], year))
  const [index, achievement, indicators, spending, turnaround] = await Promise.all([
    readQuarters(tx, 'index', quarters),
    readQuarters(tx, 'achievement', quarters),
    read('lppd'),
    read('lkpj'),
    turnaroundOf(tx, { year, zone }),
  ])
  const { now: own } = indicators
  const periods = own ? [own.period, yearBefore(own.period)] : []
  const targets = await targetsOf(tx, { ...chartForms.targets, periods })
  return {
    year,
    index,
    achievement,
    indicators,
    targets,
    spending: {
      period: spending.now?.period ?? null,
      offices: spending.now === null ? [] : spendingOffices(spending.now),
    },
    punctuality,
    turnaround,
  }
}

/** Every chart of a year as data, of the report types of the post. */
export const readDashboards = (asked: Asked) => keptForPost('dashboards', response, asked, readNow)
