import type { ReportType, Role } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { accessVersionOf } from './accessVersions.ts'
import { lacksSecondFactor } from './secondFactor.ts'

/** A living session with its person and the post in use today: the chosen one, or the oldest that is valid. */
export interface SessionRow {
  id: string
  personId: string
  name: string
  demo: boolean
  mustChangePassword: boolean
  /** Has no second factor, and holds a post that asks for one. */
  lacksSecondFactor: boolean
  lastSeenAt: Date
  expiresAt: Date
  /** See `readAccessVersions`. */
  accessVersion: string
  postId: string | null
  role: Role | null
  reportTypes: ReportType[] | null
  officeIds: string[] | null
  region: boolean | null
  from: string | null
  to: string | null
}

/** A session ends seven days after it began (`expires_at`), or so many hours after it was last used. */
const idleHours = 24
const idleMs = idleHours * 3_600_000

const sessionRead = statement(
  'session-read',
  `SELECT s.id, p.id AS "personId", p.name, p.demo, p.must_change_password AS "mustChangePassword",
          ${lacksSecondFactor('$3')} AS "lacksSecondFactor",
          s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt", ${accessVersionOf('p.id')} AS "accessVersion", t.id AS "postId", t.role, t.report_types AS "reportTypes",
          t.office_ids AS "officeIds", t.region, t."from", t."to"
   FROM session s
   JOIN person p ON p.id = s.person_id AND p.disabled_at IS NULL
   LEFT JOIN LATERAL (
     SELECT * FROM post WHERE person_id = p.id AND "from" <= $3::date AND ("to" IS NULL OR "to" >= $3::date)
     ORDER BY (id = s.post_id) IS TRUE DESC, "from", id LIMIT 1
   ) t ON true
   WHERE s.token = $1 AND s.locked_at IS NULL AND s.expires_at > $2 AND s.last_seen_at > $2::timestamptz - interval '${idleHours} hours'`,
  rowOf<SessionRow>({
    id: col.uuid,
    personId: col.uuid,
    name: col.text,
    demo: col.bool,
    mustChangePassword: col.bool,
    lacksSecondFactor: col.bool.notNull('of what is not null'),
    lastSeenAt: col.timestamptz,
    expiresAt: col.timestamptz,
    accessVersion: col.text.notNull('of what is coalesced'),
    postId: col.uuid.orNull,
    role: col.text.as<Role>().orNull,
    reportTypes: col.texts.as<ReportType[]>().orNull,
    officeIds: col.uuids.orNull,
    region: col.bool.orNull,
    from: col.date.orNull,
    to: col.date.orNull,
  }),
)

/** @param today the day in the region's zone, as 2026-03-31 */
export const readSession = async (
  tx: Queryable,
  { token, now, today }: { token: string; now: Date; today: string },
): Promise<SessionRow | null> => (await tx.query(sessionRead, [token, now, today]))[0] ?? null

/** Whether a session that was read lives still, as far as the clock says. */
export const livesAt = ({ expiresAt, lastSeenAt }: SessionRow, now: Date): boolean =>
  expiresAt > now && lastSeenAt.getTime() > now.getTime() - idleMs

const sessionTouch = statement('session-touch', 'UPDATE session SET last_seen_at = $2 WHERE id = $1')

/** Notes that a session is in use; callers do so at most every few minutes. */
export const touchSession = async (tx: Queryable, id: string, now: Date): Promise<void> => {
  await tx.query(sessionTouch, [id, now])
}
