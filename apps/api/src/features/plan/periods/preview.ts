import type { Queryable } from '@sepakat/db'
import { formTitle, periodTitle } from '@sepakat/rules'
import type { Context } from '#http/route.ts'
import { movedDues } from './movedDues.ts'
import { periodRows } from './periodRows.ts'

type Asked = Pick<Context<'POST /periods/preview'>, 'body' | 'actor' | 'now'>

/** Which reports become late, or are late no more, by new deadlines of their periods. */
export const preview = async (tx: Queryable, { body, actor, now }: Asked) => {
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
