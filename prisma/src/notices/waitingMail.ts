import type { NoticeMail, ReportStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { dateOf, dayOf } from '../days.ts'
import { col, statement } from '../statement.ts'
import { typed } from '../typed.ts'
import { type NoticeRow, withAsked } from './notices.ts'

/** A notice that waits to be sent, with whom it is sent to. */
export interface WaitingMail extends NoticeRow {
  personId: string
  name: string
  address: string | null
}

const waitingNotice = statement(
  'notice-to-send',
  `SELECT id FROM notice WHERE mail = 'waiting' AND id > $1 ORDER BY id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
  { id: col.uuid },
)

/** The next notice after this one that waits to be sent and that no other process sends; locked, to the end of the transaction. */
export const nextWaitingMail = async (tx: Queryable, after: string): Promise<WaitingMail | null> => {
  const [next] = await tx.query(waitingNotice, [after])
  if (!next) return null
  const row = await tx.prisma.notice.findUniqueOrThrow({
    where: { id: next.id },
    include: { person: { select: { name: true, mailbox: { select: { address: true } } } } },
  })
  const [notice] = await withAsked(tx, [typed.notice(row)])
  const { person, day, ...rest } = notice!
  return { ...rest, day: dayOf(day), name: person.name, address: person.mailbox?.address ?? null }
}

/** What became of the mail of a notice. */
export const settleMail = async (tx: Queryable, id: string, mail: NoticeMail, at: Date): Promise<void> => {
  await tx.prisma.notice.update({ where: { id }, data: { mail, mailAt: at }, select: { id: true } })
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
