import { daysAfter, goesByMail, type NoticeKind, type NoticeLine, type NoticeMail } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { dateOf, dayOf } from '../days.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { jsonOf } from '../jsonOf.ts'
import { actorNames } from '../submissions/actorNames.ts'
import type { Transaction } from '../transaction.ts'
import { typed } from '../typed.ts'
import { mailboxesOf } from './mailboxes.ts'

export interface NewNotice {
  person: string
  kind: NoticeKind
  day: string
  /** The obligation somebody reminded of; else empty. */
  about: string
  lines: NoticeLine[]
  at: Date
}

export interface NoticeRow {
  id: string
  kind: NoticeKind
  day: string
  at: Date
  readAt: Date | null
  mail: NoticeMail
  lines: NoticeLine[]
  /** Who asked for the report, with which words. */
  asked: { by: string; message: string } | null
}

/**
 * Tells people, and has it sent by mail to those who chose so, where mail is on: the work is enqueued with what is to be sent.
 * @throws where a person was told this before: of a kind, a day and what it is about there is one
 */
export const addNotices = async (tx: Transaction, notices: NewNotice[], { mail }: { mail: boolean }): Promise<void> => {
  const mailboxes = mail ? await mailboxesOf(tx, [...new Set(notices.map(({ person }) => person))]) : new Map()
  const data = notices.map(({ person: personId, day, lines, ...notice }) => ({
    ...{ id: v7(), personId, day: dateOf(day), lines: jsonOf(lines) },
    ...notice,
    mail: goesByMail(notice.kind, mailboxes.get(personId)) ? 'waiting' : 'none',
  }))
  await tx.prisma.notice.createMany({ data })
  if (data.some(one => one.mail === 'waiting')) enqueue(tx, 'mail', '', {})
}

/** Who was told when an obligation was reminded of on a day, and whether by mail too; by name. */
export const toldOf = async (
  tx: Queryable,
  about: string,
  day: string,
): Promise<{ name: string; mail: NoticeMail }[]> => {
  const notices = await tx.prisma.notice.findMany({
    where: { kind: 'asked', about, day: dateOf(day) },
    select: { mail: true, person: { select: { name: true } } },
    orderBy: { person: { name: 'asc' } },
  })
  return notices.map(typed.notice).map(({ mail, person: { name } }) => ({ name, mail }))
}

/** With who asked for each, where somebody did. */
export const withAsked = async <N extends { about: string; day: Date; kind: NoticeKind }>(
  tx: Queryable,
  notices: N[],
): Promise<(N & Pick<NoticeRow, 'asked'>)[]> => {
  const about = notices.filter(({ kind }) => kind === 'asked')
  const found =
    about.length === 0
      ? []
      : await tx.prisma.reminder.findMany({
          where: { OR: about.map(one => ({ obligationId: one.about, day: one.day })) },
        })
  const reminders = found.map(typed.reminder)
  const nameOf = await actorNames(
    tx,
    reminders.map(({ by }) => by),
  )
  return notices.map(notice => {
    const reminder = reminders.find(
      ({ obligationId, day }) => obligationId === notice.about && dayOf(day) === dayOf(notice.day),
    )
    return { ...notice, asked: reminder ? { by: nameOf(reminder.by).name, message: reminder.message } : null }
  })
}

/** A person's notices, newest first; one more than asked for where there are more. */
export const listNotices = async (
  tx: Queryable,
  personId: string,
  { after, limit }: { after: { at: Date; id: string } | null; limit: number },
): Promise<NoticeRow[]> => {
  const earlier = after && { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }
  const rows = await tx.prisma.notice.findMany({
    where: { personId, ...earlier },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  return (await withAsked(tx, rows.map(typed.notice))).map(({ day, ...row }) => ({ ...row, day: dayOf(day) }))
}

export const countUnread = (tx: Queryable, personId: string): Promise<number> =>
  tx.prisma.notice.count({ where: { personId, readAt: null } })

/** Those of these (null: all) that are the person's own, and not later than `upTo`. */
export const readNotices = async (
  tx: Queryable,
  personId: string,
  { ids, upTo }: { ids: string[] | null; upTo: Date | null },
  at: Date,
): Promise<void> => {
  await tx.prisma.notice.updateMany({
    where: { personId, readAt: null, ...(ids && { id: { in: ids } }), ...(upTo && { at: { lte: upTo } }) },
    data: { readAt: at },
  })
}

export const removeOldNotices = async (tx: Queryable, before: Date): Promise<void> => {
  await tx.prisma.notice.deleteMany({ where: { at: { lt: before } } })
}

/**
 * Makes the notices of a day the work of this transaction: another that would write them waits for it. Gives the last day before
 * it whose notices were written (the day before, where there is none); null where those of this day are.
 */
export const claimNoticeDay = async (tx: Queryable, day: string, at: Date): Promise<string | null> => {
  const { count } = await tx.prisma.noticeDay.createMany({ data: { day: dateOf(day), at }, skipDuplicates: true })
  if (count === 0) return null
  const before = await tx.prisma.noticeDay.findFirst({
    where: { day: { lt: dateOf(day) } },
    orderBy: { day: 'desc' },
  })
  return before === null ? daysAfter(day, -1) : dayOf(before.day)
}
