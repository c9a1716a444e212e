import { lockDueReports, putDue, putPeriods, type Queryable, submissionStream, written } from '@sepakat/db'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { type MovedDue, movedDues } from './movedDues.ts'
import { periodRows } from './periodRows.ts'
import { periodView } from './view.ts'

type Asked = Pick<Context<'PUT /periods'>, 'body' | 'actor' | 'now'>

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
export const put = async (tx: Queryable, { body: { reason, alsoSubmitted, ...body }, actor, now }: Asked) => {
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
