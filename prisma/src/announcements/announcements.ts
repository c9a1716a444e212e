import type { ActorId, ReportType } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Announcement } from '../../generated/client.ts'
import type { Queryable } from '../database.ts'
import { dateOf, dayOf } from '../days.ts'
import { actorNames, type Named } from '../submissions/actorNames.ts'
import { typed } from '../typed.ts'

/** Days as 2026-03-31, both included. */
export interface AnnouncementIn {
  text: string
  from: string
  to: string
  reportTypes: ReportType[]
}
export interface AnnouncementRow extends AnnouncementIn {
  id: string
  by: Named
  at: Date
}

const withNames = async (tx: Queryable, stored: Announcement[]): Promise<AnnouncementRow[]> => {
  const rows = stored.map(typed.announcement)
  const nameOf = await actorNames(
    tx,
    rows.map(({ by }) => by),
  )
  return rows.map(({ from, to, by, ...row }) => ({ ...row, from: dayOf(from), to: dayOf(to), by: nameOf(by) }))
}

/** Those that are not over on a day, newest first. */
export const listAnnouncements = async (tx: Queryable, today: string): Promise<AnnouncementRow[]> =>
  withNames(
    tx,
    await tx.prisma.announcement.findMany({
      where: { to: { gte: dateOf(today) } },
      orderBy: [{ from: 'desc' }, { at: 'desc' }, { id: 'asc' }],
      take: 200,
    }),
  )

export const readAnnouncement = async (tx: Queryable, id: string): Promise<AnnouncementRow | null> => {
  const row = await tx.prisma.announcement.findUnique({ where: { id } })
  return row && (await withNames(tx, [row]))[0]!
}

export const addAnnouncement = async (
  tx: Queryable,
  { text, from, to, reportTypes }: AnnouncementIn,
  { by, at }: { by: ActorId; at: Date },
): Promise<string> => {
  const id = v7()
  await tx.prisma.announcement.create({
    data: { id, text, from: dateOf(from), to: dateOf(to), reportTypes, by, at },
  })
  return id
}

export const removeAnnouncement = async (tx: Queryable, id: string): Promise<void> => {
  await tx.prisma.announcement.deleteMany({ where: { id } })
}
