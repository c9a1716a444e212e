import type { ActorId, ReportType } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { actorNames, type Named } from '../submissions/actor-names.ts'

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
type Stored = Omit<AnnouncementRow, 'by'> & { by: ActorId }

const columns = 'id, text, "from", "to", report_types AS "reportTypes", by, at'

const withNames = async (tx: Queryable, rows: Stored[]): Promise<AnnouncementRow[]> => {
  const nameOf = await actorNames(
    tx,
    rows.map(({ by }) => by),
  )
  return rows.map(row => ({ ...row, by: nameOf(row.by) }))
}

/** Those that are not over on a day, newest first. */
export const listAnnouncements = async (tx: Queryable, today: string): Promise<AnnouncementRow[]> =>
  withNames(
    tx,
    await tx.query<Stored>(
      'announcements-list',
      `SELECT ${columns} FROM announcement WHERE "to" >= $1::date ORDER BY "from" DESC, at DESC, id LIMIT 200`,
      [today],
    ),
  )

export const readAnnouncement = async (tx: Queryable, id: string): Promise<AnnouncementRow | null> => {
  const rows = await tx.query<Stored>('announcement-read', `SELECT ${columns} FROM announcement WHERE id = $1`, [id])
  return (await withNames(tx, rows))[0] ?? null
}

export const addAnnouncement = async (
  tx: Queryable,
  { text, from, to, reportTypes }: AnnouncementIn,
  { by, at }: { by: ActorId; at: Date },
): Promise<string> => {
  const id = v7()
  await tx.query(
    'announcement-add',
    `INSERT INTO announcement (id, text, "from", "to", report_types, by, at)
     VALUES ($1, $2, $3::date, $4::date, $5, $6, $7)`,
    [id, text, from, to, reportTypes, by, at],
  )
  return id
}

export const removeAnnouncement = async (tx: Queryable, id: string): Promise<void> => {
  await tx.query('announcement-remove', 'DELETE FROM announcement WHERE id = $1', [id])
}
