import type { Handed, Reorganisation, ReorganisationPlan } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

type PlannedReport = ReorganisationPlan['reports'][number]

/** One report with all its numbers, and what is owed, from one office to another. */
const moveReport = async (
  tx: Queryable,
  office: string,
  { form, period }: PlannedReport,
  to: string,
): Promise<string[]> => {
  const move = { where: { officeId: office, form, period }, data: { officeId: to } }
  const moved = await tx.prisma.submission.updateManyAndReturn({ ...move, select: { id: true } })
  await tx.prisma.obligation.updateMany(move)
  return moved.map(({ id }) => id)
}

// By SQL: a row is made of another.
const reorganisationOwe = statement(
  'reorganisation-owe',
  `INSERT INTO obligation (id, office_id, form, period, due_at, extended_to, practice)
   SELECT $1, $2, form, period, due_at, extended_to, practice FROM obligation WHERE id = $3
   ON CONFLICT (office_id, form, period) DO NOTHING`,
)

const addObligation = async (tx: Queryable, { id }: PlannedReport, office: string): Promise<string> => {
  const added = v7()
  await tx.query(reorganisationOwe, [added, office, id])
  return added
}

export interface MovedReports {
  /** Reports by the office that has them now. */
  moved: { submission: string; to: string }[]
  /** Obligations without a report. */
  handed: { obligation: string; to: string }[]
  added: { obligation: string; office: string }[]
  covered: string[]
}

/** Moves reports and obligations as planned. What else is owed is made before its model goes to another. */
export const moveReports = async (tx: Queryable, office: string, reports: PlannedReport[]): Promise<MovedReports> => {
  const done: MovedReports = { moved: [], handed: [], added: [], covered: [] }
  for (const report of reports) {
    const { outcome } = report
    if ('stays' in outcome) continue
    if ('covered' in outcome) {
      await tx.prisma.obligation.deleteMany({ where: { id: report.id } })
      done.covered.push(report.id)
      continue
    }
    for (const also of outcome.also)
      done.added.push({ obligation: await addObligation(tx, report, also), office: also })
    if (outcome.to === office) continue
    const moved = await moveReport(tx, office, report, outcome.to)
    done.moved.push(...moved.map(submission => ({ submission, to: outcome.to })))
    if (moved.length === 0) done.handed.push({ obligation: report.id, to: outcome.to })
  }
  return done
}

// By SQL: years in which the successor has the row already are left out.
const reorganisationAssign = statement(
  'reorganisation-assign',
  `INSERT INTO row_assignment (id, form, "row", office_id, reason, note, shared, from_year, to_year)
     SELECT gen_random_uuid(), a.form, a."row", $1, a.reason, a.note, a.shared, lower(years), upper(years) - 1
     FROM row_assignment a CROSS JOIN LATERAL unnest(int4multirange(int4range($2, $3, '[]')) - COALESCE((
       SELECT range_agg(int4range(o.from_year, o.to_year, '[]')) FROM row_assignment o
       WHERE o.office_id = $1 AND o.form = a.form AND o."row" = a."row"), '{}')) years
     WHERE a.id = $4`,
)

/** Rows go from a year on; in years in which a successor has the row already it keeps its own. */
export const moveAssignments = async (tx: Queryable, planned: ReorganisationPlan['assignments']): Promise<void> => {
  for (const { id, to, from, fromYear, toYear } of planned) {
    await tx.query(reorganisationAssign, [to, from, toYear, id])
    if (from > fromYear) await tx.prisma.rowAssignment.updateMany({ where: { id }, data: { toYear: from - 1 } })
    else await tx.prisma.rowAssignment.deleteMany({ where: { id } })
  }
}

/** Posts and keys reach the successor too, and go on reaching what the office keeps. */
export const widenReach = async (tx: Queryable, table: 'post' | 'api_key', handed: Handed[]): Promise<void> => {
  for (const { id, to } of handed) {
    const widened = { where: { id, NOT: { officeIds: { has: to } } }, data: { officeIds: { push: to } } }
    if (table === 'post') await tx.prisma.post.updateMany(widened)
    else await tx.prisma.apiKey.updateMany(widened)
  }
}

// By SQL: many parts at once.
const reorganisationContributions = statement(
  'reorganisation-contributions',
  `UPDATE contribution c SET office_id = h."to" FROM unnest($1::uuid[], $2::uuid[]) AS h(id, "to") WHERE c.id = h.id
   RETURNING c.id AS contribution, c.submission_id AS submission, h."to"`,
  { contribution: col.uuid, submission: col.uuid, to: col.uuid.notNull('what is asked') },
)

/** The report each part belongs to, by the part. */
export const moveContributions = (
  tx: Queryable,
  handed: Handed[],
): Promise<{ contribution: string; submission: string; to: string }[]> =>
  tx.query(reorganisationContributions, [handed.map(({ id }) => id), handed.map(({ to }) => to)])

// By SQL: an office is looked for in the path of another.
const reorganisationTakeBack = statement(
  'reorganisation-take-back',
  `UPDATE contribution c SET status = 'taken-back', status_at = $2 FROM submission s JOIN office o ON o.id = s.office_id
   WHERE s.id = c.submission_id AND s.id = ANY ($1::uuid[]) AND c.status = 'given' AND c.office_id = ANY (o.path)
   RETURNING c.id AS contribution, s.id AS submission`,
  { contribution: col.uuid, submission: col.uuid },
)

/** Parts that are now with the office of their report, or one above it: no user there could fill them in, so they go back to the report. */
export const takeBackOwn = (
  tx: Queryable,
  submissions: string[],
  at: Date,
): Promise<{ contribution: string; submission: string }[]> => tx.query(reorganisationTakeBack, [submissions, at])

// By SQL: rows are made of rows.
const reorganisationWaves = statement(
  'reorganisation-waves',
  `INSERT INTO wave (id, name, from_period, office_ids, report_types)
   SELECT gen_random_uuid(), 'Pengganti ' || n.name, t.since, ARRAY[u.id], array_agg(t.type ORDER BY t.type)
   FROM unnest($2::uuid[]) AS u(id)
   JOIN office_now n ON n.id = $1
   CROSS JOIN (SELECT type, GREATEST(left($3, 4), min(w.from_period)) AS since FROM wave w CROSS JOIN unnest(w.report_types) type
               WHERE $1::uuid = ANY (w.office_ids) GROUP BY type) t
   WHERE u.id <> $1 AND NOT EXISTS (SELECT 1 FROM wave w WHERE u.id = ANY (w.office_ids) AND t.type = ANY (w.report_types)
     AND left(w.from_period, 4) <= left(t.since, 4))
   GROUP BY u.id, n.name, t.since RETURNING id`,
  { id: col.uuid },
)

/** Successors report what the office reported: by waves of their own from the first year, and no earlier than it, where none has them yet. */
export const switchOn = async (tx: Queryable, { office, successors, date }: Reorganisation): Promise<string[]> => {
  const made = await tx.query(reorganisationWaves, [office, successors, date])
  return made.map(({ id }) => id)
}
