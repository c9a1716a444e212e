import { api } from '@sepakat/contract'
import { punctualityOf, type Queryable, quarterFigures, snapshot, targetsOf, turnaroundOf } from '@sepakat/db'
import {
  type ChartData,
  chartForms,
  dashboardCharts,
  leaderForms,
  leaderPeriods,
  periodKey,
  type QuarterFigure,
  quarterFigure,
  type ReportType,
  spendingOffices,
  yearBefore,
} from '@sepakat/rules'
import { z } from 'zod'
import type { Deps } from '#http/deps.ts'
import { JsonText } from '#http/JsonText.ts'
import type { Context } from '#http/route.ts'
import { leaderReport, reportAndBefore } from './leaderReport.ts'

type Asked = Pick<Context<'GET /dashboards'>, 'query' | 'actor' | 'deps'>
const { response } = api['GET /dashboards']

const readNow = async (
  { db, clock, region }: Deps,
  { year, reportTypes }: { year: number; reportTypes: readonly ReportType[] | null },
): Promise<JsonText<z.output<typeof response>>> => {
  const now = clock()
  const { zone } = (await region.get()).region
  const charts = dashboardCharts(await snapshot(db, tx => readCharts(tx, { year, now, zone })))
  const answer = {
    year,
    at: now.toISOString(),
    charts: charts.filter(({ reportType }) => reportTypes?.includes(reportType) ?? true),
  }
  return new JsonText(JSON.stringify(z.encode(response, answer)))
}

async function readCharts(
  tx: Queryable,
  { year, now, zone }: { year: number; now: Date; zone: string },
): Promise<ChartData> {
  const years = [year, year - 1, year - 2]
  const punctuality = await punctualityOf(tx, { years, now, zone })
  const read = (subject: 'lppd' | 'lkpj') =>
    reportAndBefore(tx, subject, leaderPeriods(punctuality, leaderForms[subject], year))
  const [index, achievement, indicators, spending, turnaround] = await Promise.all([
    readQuarters(tx, 'index', years),
    readQuarters(tx, 'achievement', years),
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

const readQuarters = (
  tx: Queryable,
  of: 'index' | 'achievement',
  years: readonly number[],
): Promise<QuarterFigure[]> => {
  const { form } = chartForms[of]
  const periods = years.flatMap(year =>
    ([1, 2, 3, 4] as const).map(quarter => periodKey({ year, quarter, practice: false })),
  )
  return quarterFigures(tx, { form, periods }, loaded => quarterFigure(of, leaderReport(form, loaded)))
}

/** Every chart of a year as data, of the report types of the post. Of the moment that it names, kept for those who ask right after. */
export const readDashboards = async ({ query: { year }, actor, deps }: Asked) => {
  const reportTypes = actor.reportTypes.length === 0 ? null : [...actor.reportTypes].sort()
  const ask = { year, reportTypes }
  return deps.keep(`dashboards ${JSON.stringify(ask)}`, () => readNow(deps, ask))
}
