import {
  addNotices,
  addReminder,
  lockToRemind,
  noEvent,
  postsToTell,
  type Queryable,
  readReminder,
  submissionStream,
  type Transaction,
  toldOf,
  written,
} from '@sepakat/db'
import { isToDo, reportTypeOf, responsibleFor, takenUntil } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import { dayIn } from '#http/region.ts'
import type { Context } from '#http/route.ts'
import { isInReach } from '#submissions/asker.ts'

type Asked = Pick<Context<'POST /obligations/:id/reminders'>, 'params' | 'body' | 'actor' | 'now' | 'today' | 'deps'>

/** The reminder of a day, with whom it told. */
const answered = async (tx: Queryable, obligation: string, today: string, again: boolean) => {
  const { by, at, message } = (await readReminder(tx, obligation, today))!
  return { obligation, by, at: at.toISOString(), message, again, told: await toldOf(tx, obligation, today) }
}

/** Tells those who answer for a report that it is awaited; once a day. @throws not-found, also outside the reach; wrong-status once it was submitted, and while its period takes it no longer */
export const remind = async (tx: Transaction, { params: { id }, body, actor, now, today, deps }: Asked) => {
  const owed = await lockToRemind(tx, id)
  if (owed === null) throw problem('not-found')
  const it = { ...owed, reportType: reportTypeOf(owed.form) }
  if (!isInReach(actor, 'plan.manage', it)) throw problem('not-found')
  if ((await readReminder(tx, id, today)) !== null) return noEvent(await answered(tx, id, today, true))
  if (!isToDo(owed.status))
    throw problem('wrong-status', { detail: 'Laporan ini sudah dikirim; tidak ada yang ditunggu.' })
  const until = takenUntil(owed)
  if (until !== null && until <= now)
    throw problem('wrong-status', {
      detail:
        'Periode laporan ini sudah ditutup, jadi perangkat daerah tidak dapat mengirimnya. Perpanjang dahulu, lalu ingatkan.',
    })
  const { zone } = (await deps.region.get()).region
  const dayOf = (at: Date | null) => at && dayIn(zone, at)
  const { submission, office, form, period, number, status } = owed
  const line = { obligation: id, submission, office, form, period, number, status }
  const lines = [{ ...line, due: dayOf(owed.dueAt), since: dayOf(owed.statusAt) }]
  await addReminder(tx, { obligation: id, day: today, message: body.message, by: actor.id, at: now })
  const told = responsibleFor(it, await postsToTell(tx, ['operator', 'head'], today))
  const notice = { kind: 'asked', day: today, about: id, lines, at: now } as const
  await addNotices(
    tx,
    told.map(({ person }) => ({ ...notice, person })),
    { mail: deps.config.smtp !== null },
  )
  const data = { obligation: id, day: today, told: told.map(post => post.id) }
  const answer = await answered(tx, id, today, false)
  return written(answer, { stream: submissionStream(id), type: 'obligation.reminded', data })
}
