import type { NoticeKind, NoticeLine, NoticeMail } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { dateOf } from '../days.ts'
import { jsonOf } from '../jsonOf.ts'
import { typed } from '../typed.ts'

export interface NewNotice {
  person: string
  kind: NoticeKind
  day: string
  /** The obligation somebody reminded of; else empty. */
  about: string
  lines: NoticeLine[]
  at: Date
  mail: NoticeMail
}

export const addNotices = async (tx: Queryable, notices: NewNotice[]): Promise<void> => {
  const data = notices.map(({ person: personId, day, lines, ...notice }) => ({
    ...{ id: v7(), personId, day: dateOf(day), lines: jsonOf(lines) },
    ...notice,
  }))
  await tx.prisma.notice.createMany({ data })
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
