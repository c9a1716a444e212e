import { goesByMail, type NoticeMail, type ReportStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { dateOf, dayOf } from '../days.ts'
import { col, statement } from '../statement.ts'
import { typed } from '../typed.ts'
import { type NoticeRow, withAsked } from './notices.ts'

/** A notice that waits to be sent, with whom it is sent to. */
export interface WaitingMail extends NoticeRow {
  personId: string
  name: string
  /** Null where it no longer goes by mail. */
  address: string | null
  /** What becomes of it then: its address was refused meanwhile, or its owner chose otherwise. */
  without: 'none' | 'refused'
  /** How often a try failed. */
  mailTries: number
}

const waitingNotice = statement(
  'notice-to-send',
  `SELECT id FROM notice WHERE mail = 'waiting' AND COALESCE(mail_next, '-infinity') <= $1
   ORDER BY mail_tries, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
  { id: col.uuid },
)

/**
 * The next notice that waits to be sent and that no other process sends, those that failed last; locked, to the end of the transaction.
 * Where it goes is as its owner chose it by now.
 */
export const nextWaitingMail = async (tx: Queryable, now: Date): Promise<WaitingMail | null> => {
  const [next] = await tx.query(waitingNotice, [now])
  if (!next) return null
  const row = await tx.prisma.notice.findUniqueOrThrow({
    where: { id: next.id },
    include: { person: { select: { name: true, mailbox: true } } },
  })
  const [notice] = await withAsked(tx, [typed.notice(row)])
  const { person, day, ...rest } = notice!
  const mailbox = person.mailbox ?? undefined
  const address = goesByMail(rest.kind, mailbox) ? (mailbox?.address ?? null) : null
  const without = mailbox && mailbox.refusedAt !== null ? 'refused' : 'none'
  return { ...rest, day: dayOf(day), name: person.name, address, without }
}

/** What became of the mail of a notice. */
export const settleMail = async (tx: Queryable, id: string, mail: NoticeMail, at: Date): Promise<void> => {
  await tx.prisma.notice.update({ where: { id }, data: { mail, mailAt: at }, select: { id: true } })
}

/** That a try failed: it is tried after those that did not fail, and not before an instant. */
export const postponeMail = async (tx: Queryable, id: string, mailNext: Date): Promise<void> => {
  const data = { mailTries: { increment: 1 }, mailNext }
  await tx.prisma.notice.update({ where: { id }, data, select: { id: true } })
}

/** What was not sent while its day lasted is not sent at all: its words are of that day. What somebody asked for lasts a day longer. */
export const dropStaleMail = async (tx: Queryable, today: string, yesterday: string, at: Date): Promise<number> => {
  const { count } = await tx.prisma.notice.updateMany({
    where: {
      mail: 'waiting',
      OR: [{ day: { lt: dateOf(yesterday) } }, { day: { lt: dateOf(today) }, kind: { not: 'asked' } }],
    },
    data: { mail: 'stale', mailAt: at },
  })
  return count
}

/** The statuses of obligations now; what is no longer owed has none. */
export const statusesNow = async (tx: Queryable, obligations: string[]): Promise<Map<string, ReportStatus>> => {
  const rows = await tx.prisma.obligation.findMany({
    where: { id: { in: obligations } },
    select: { id: true, status: true },
  })
  return new Map(rows.map(typed.obligation).map(({ id, status }) => [id, status]))
}

export interface MailState {
  waiting: number
  /** When a mail server last took a message; null: never, or longer ago than notices are kept. */
  lastAt: Date | null
  /** Whose address was refused for good, by name; the first hundred. */
  refused: { name: string; at: Date; code: string }[]
}

/** How the mail of notices is. */
export const mailState = async (tx: Queryable): Promise<MailState> => {
  const [waiting, sent, refused] = [
    await tx.prisma.notice.count({ where: { mail: 'waiting' } }),
    await tx.prisma.notice.findFirst({
      where: { mail: 'sent' },
      orderBy: { at: 'desc' },
      select: { mailAt: true },
    }),
    await tx.prisma.mailbox.findMany({
      where: { refusedAt: { not: null } },
      orderBy: { refusedAt: 'desc' },
      select: { refusedAt: true, refusal: true, person: { select: { name: true } } },
      take: 100,
    }),
  ]
  return {
    waiting,
    lastAt: sent?.mailAt ?? null,
    refused: refused.map(({ refusedAt, refusal, person }) => ({ name: person.name, at: refusedAt!, code: refusal })),
  }
}
