import type { ActorId, Finding, Status } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { officeName } from '../offices/officeName.ts'
import { col, rowOf, statement } from '../statement.ts'
import { type ActorRow, postRows } from './actorNames.ts'
import { factColumns, factValues, type KnownFacts } from './knownFacts.ts'
import { type ReopenRequest, reopenRequestsOf } from './reopenRequestsOf.ts'
import { type SubmissionRecord, submissionColumns, submissionRow, submissionTables } from './submission.ts'

/** A submission with all that is told of it when it is opened. */
export interface SubmissionDetails extends SubmissionRecord, KnownFacts {
  /** When it was first submitted. */
  firstAt: Date | null
  name: string
  shortName: string
  newestVersion: number
  /** Those of the posts that claimed it and gave it its status. */
  actors: Record<string, ActorRow>
  reopenRequests: ReopenRequest[]
  recheck: { at: string; because: string; findings: Finding[] } | null
  numbers: { id: string; number: number; status: Status }[]
  ticks: { anchor: string; revision: number; by: ActorId; at: Date }[]
}

/** What is told of a submission `s` that a move of it neither writes nor is judged by, beside its office's name `n`; `actors` holds posts. */
export type ToldBeside = Pick<
  SubmissionDetails,
  'name' | 'shortName' | 'actors' | 'newestVersion' | 'numbers' | 'reopenRequests'
>
export const besideColumns = (...actors: string[]): string => `
    n.name, n.short_name AS "shortName", ${postRows(...actors)} AS actors,
    (SELECT max(v.version) FROM form_version v WHERE v.form = s.form) AS "newestVersion",
    (SELECT json_agg(json_build_object('id', m.id, 'number', m.number, 'status', m.status) ORDER BY m.number)
     FROM submission m WHERE m.office_id = s.office_id AND m.form = s.form AND m.period = s.period AND m.origin = s.origin) AS numbers,
    ${reopenRequestsOf('s.id')} AS "reopenRequests"`
export const besideRow = rowOf<ToldBeside>({
  name: col.text.notNull('an office has a name'),
  shortName: col.text.notNull('an office has a name'),
  actors: col.json.notNull('coalesced'),
  newestVersion: col.int4.notNull('its form has versions'),
  numbers: col.json.notNull('it is one of them'),
  reopenRequests: col.json.notNull('coalesced'),
})

const sql = `
  SELECT ${submissionColumns}, ${factColumns('$4')}, ${besideColumns('s.claimed_by', 's.status_by')}, s.recheck,
    (SELECT v.at FROM revision v WHERE v.submission_id = s.id AND v.n = 1) AS "firstAt",
    COALESCE((SELECT json_agg(json_build_object('anchor', t.anchor, 'revision', t.n, 'by', t.by, 'at', t.at) ORDER BY t.at)
     FROM tick t WHERE t.submission_id = s.id AND t.n = s.latest_revision), '[]') AS ticks
  FROM ${submissionTables}
  CROSS JOIN LATERAL ${officeName('o.id', '$5::date')} n
  WHERE s.id = $1`

const submissionView = statement(
  'submission-view',
  sql,
  rowOf<SubmissionDetails>({
    ...submissionRow,
    ...besideRow,
    openNotes: col.int4.notNull('a test for null'),
    hands: col.json.orNull,
    recheck: col.jsonb.orNull,
    firstAt: col.timestamptz.orNull,
    ticks: col.json.notNull('coalesced'),
  }),
  { small: true },
)

/** Null where there is none. `reviews`: whether what this person did to it may matter. `today` as 2026-03-31. */
export const findSubmissionDetails = async (
  tx: Queryable,
  id: string,
  { person, reviews, today }: { person: string; reviews: boolean; today: string },
): Promise<SubmissionDetails | null> =>
  (await tx.query(submissionView, [id, ...factValues(person), reviews, today]))[0] ?? null
