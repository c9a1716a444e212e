import { api } from '@sepakat/contract'
import { behindOffices, punctualityOf, type Queryable, snapshot, targetsOf } from '@sepakat/db'
import {
  chartForms,
  type LeaderReport,
  type LeaderSubject,
  leaderForms,
  leaderPeriods,
  leaderSubjects,
  leaderSummary,
  type Punctuality,
  type ReportType,
  reportTypeOf,
} from '@sepakat/rules'
import type { z } from 'zod'
import type { Deps } from '#http/deps.ts'
import type { Context } from '#http/route.ts'
import { type AskOfPost, keptForPost } from './keptForPost.ts'
import { reportAndBefore } from './leaderReport.ts'

type Asked = Pick<Context<'GET /leader'>, 'query' | 'actor' | 'deps'>
const { response } = api['GET /leader']
type Both = { now: LeaderReport | null; before: LeaderReport | null }

/** Sentences of other report types are left out. */
const readNow = async (
  { db, clock, region }: Deps,
  { year, reportTypes }: AskOfPost,
): Promise<z.output<typeof response>> => {
  const now = clock()
  const { zone } = (await region.get()).region
  const isRead = (type: ReportType | null) => type === null || (reportTypes?.includes(type) ?? true)
  const data = await snapshot(db, async tx => {
    const all = await punctualityOf(tx, { years: [year, year - 1, year - 2], now, zone })
    const punctuality = all.filter(({ form }) => isRead(reportTypeOf(form)))
    const [behind, reports] = await Promise.all([
      behindOffices(tx, { year, reportTypes, now, zone }),
      readReports(tx, punctuality, year),
    ])
    const { now: indicators } = reports.lppd
    const targets = await targetsOf(tx, { ...chartForms.targets, periods: indicators ? [indicators.period] : [] })
    return { year, reports, punctuality, behind, targets }
  })
  const { sentences, ...summary } = leaderSummary(data)
  return {
    ...summary,
    at: now.toISOString(),
    sentences: sentences.filter(({ reportType }) => isRead(reportType)),
  }
}

async function readReports(
  tx: Queryable,
  punctuality: readonly Punctuality[],
  year: number,
): Promise<Record<LeaderSubject, Both>> {
  const read = async (subject: LeaderSubject): Promise<[LeaderSubject, Both]> => [
    subject,
    await reportAndBefore(tx, subject, leaderPeriods(punctuality, leaderForms[subject], year)),
  ]
  const found = new Map(await Promise.all(leaderSubjects.map(read)))
  const of = (subject: LeaderSubject) => found.get(subject) ?? { now: null, before: null }
  return { spm: of('spm'), lppd: of('lppd'), macro: of('macro'), sakip: of('sakip'), lkpj: of('lkpj') }
}

/** What a leader reads first, of the report types of the post. */
export const readLeader = (asked: Asked) => keptForPost('leader', response, asked, readNow)
