import {
  dueReports,
  listPeriods,
  lockDueReports,
  lockPlan,
  type NewDue,
  type OwedReport,
  type PeriodRow,
  periodIsOwed,
  putDue,
  putPeriods,
  type Queryable,
  reader,
  removePeriod,
  submissionStream,
  written,
} from '@sepakat/db'
import { type DueMove, formTitle, isPractice, moveDue, periodTitle } from '@sepakat/rules'
import { requireForm } from '#http/auth/acting.ts'
import { invalid, problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { periodRows } from './periodRows.ts'

type MovedDue = OwedReport & DueMove

/** What new deadlines of their periods do to what is owed: what moves, and whose judgement changes. */
const movedDues = async (
  tx: Queryable,
  periods: NewDue[],
  { alsoSubmitted, now }: { alsoSubmitted: boolean; now: Date },
): Promise<MovedDue[]> =>
  (await dueReports(tx, periods))
    .map(report => ({ ...report, ...moveDue(report, report.to, alsoSubmitted, now) }))
    .filter(({ moves }) => moves)

const periodView = (p: PeriodRow) => ({
  form: p.form,
  key: p.key,
  title: periodTitle(p.key),
  opensAt: p.opensAt.toISOString(),
  dueAt: p.dueAt.toISOString(),
  closesAt: p.closesAt.toISOString(),
  practice: isPractice(p.key),
})

/** Which reports become late, or are late no more, by new deadlines of their periods. */
const preview = async (tx: Queryable, { body, actor, now }: Context<'POST /periods/preview'>) => {
  const periods = periodRows(body.periods, actor)
  const moves = await movedDues(tx, periods, { alsoSubmitted: false, now })
  const all = await movedDues(tx, periods, { alsoSubmitted: true, now })
  const byItself = new Set(moves.map(({ obligation }) => obligation))
  return {
    items: all.flatMap(({ obligation, submission, office, form, period, dueAt, to, becomes }) =>
      becomes === null
        ? []
        : [
            {
              submission,
              office,
              form,
              title: formTitle(form),
              period,
              periodTitle: periodTitle(period),
              from: dueAt.toISOString(),
              to: to.toISOString(),
              submitted: !byItself.has(obligation),
              becomes,
            },
          ],
    ),
    moves: moves.length,
    submitted: all.length - moves.length,
  }
}

/** Each report whose deadline moved has that in its own history; an obligation without a report has none yet. */
const eventsOf = (moved: MovedDue[], reason: string | null) =>
  moved.flatMap(({ submission, obligation, dueAt, to, becomes }) =>
    submission === null
      ? []
      : {
          stream: submissionStream(obligation),
          type: 'submission.due-moved' as const,
          data: { from: dueAt.toISOString(), to: to.toISOString(), becomes, reason },
          binds: { submission: [obligation] },
        },
  )

/** Makes or changes periods, and moves what is owed for them. @throws invalid without a reason where reports become late, or late no more */
const put = async (
  tx: Queryable,
  { body: { reason, alsoSubmitted, ...body }, actor, now }: Context<'PUT /periods'>,
) => {
  const periods = periodRows(body.periods, actor)
  await lockDueReports(tx, periods)
  const moved = await movedDues(tx, periods, { alsoSubmitted, now })
  const judged = moved.filter(({ becomes }) => becomes !== null)
  if (judged.length > 0 && reason === null)
    throw invalid('/reason', `Tulis alasannya: ${judged.length} laporan menjadi terlambat atau tidak lagi terlambat.`)
  await putPeriods(tx, periods)
  await putDue(tx, moved)
  const named = (exists: boolean): string[] =>
    moved.flatMap(({ obligation, submission }) => ((submission !== null) === exists ? [obligation] : []))
  const due = moved.length === 0 ? {} : { reason, alsoSubmitted, reports: named(true), obligations: named(false) }
  const items = periods.map(periodView)
  const changed = { stream: 'rights', type: 'period.changed' as const, data: { periods: items, ...due } }
  const [first, ...others] = [...eventsOf(moved, reason), changed]
  return written({ items }, first!, ...others)
}

/** Removes a period that no office owes anything for. @throws not-found, in-use */
const remove = async (tx: Queryable, { params, actor }: Context<'DELETE /periods/:type/:form/:key'>) => {
  const period = { form: requireForm(actor, params), key: params.key }
  await lockPlan(tx)
  const owed = await periodIsOwed(tx, period)
  if (owed === null) throw problem('not-found')
  if (owed) throw problem('in-use', { detail: 'Periode ini sudah berkewajiban lapor. Hapus dahulu kewajibannya.' })
  await removePeriod(tx, period)
  const data = { ...period, removed: true }
  return written(null, { stream: 'rights', type: 'period.changed', data })
}

export const periodHandlers = handlers({
  'GET /periods': async ({ query, db }) => ({ items: (await listPeriods(reader(db), query)).map(periodView) }),
  'POST /periods/preview': asked => preview(reader(asked.db), asked),
  'PUT /periods': asked => asked.write(tx => put(tx, asked)),
  'DELETE /periods/:type/:form/:key': asked => asked.write(tx => remove(tx, asked)),
})
