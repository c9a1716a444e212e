import type { Database } from '../database.ts'

/** SQL: lines that are not as what they are derived from, and what has no such line. */
export const different = `
  (SELECT 'line' AS of, l.* FROM report_line l EXCEPT SELECT 'line', s.* FROM report_line_source s)
  UNION ALL (SELECT 'source', s.* FROM report_line_source s EXCEPT SELECT 'source', l.* FROM report_line l)`

/** For tests: rows of `different`. */
export const differingLines = async (db: Database): Promise<unknown[]> => (await db.pool.query(different)).rows

/** The row of a table that a number points at. */
const one = (table: string, where = 'true'): string =>
  `(SELECT id FROM ${table} WHERE ${where} ORDER BY id
    OFFSET $1::int % GREATEST(1, (SELECT count(*) FROM ${table} WHERE ${where})) LIMIT 1)`
const change = (what: string, where?: string): string =>
  `UPDATE submission SET ${what} WHERE id = ${one('submission', where)}`
const period = '(2026 + $1::int % 2)::text'
const report = `
  INSERT INTO submission (id, office_id, form, report_type, period, number, form_version, created_by, due_at)
  SELECT $4, $2, $3, split_part($3, '/', 1), p, n, 1, 'system', now() FROM (SELECT ${period} AS p) p,
    LATERAL (SELECT COALESCE(max(number), 0) + 1 AS n FROM submission WHERE office_id = $2 AND form = $3 AND period = p) c
  WHERE NOT EXISTS (SELECT 1 FROM submission WHERE office_id = $2 AND form = $3 AND period = p AND status <> 'approved')`
const archived = `
  INSERT INTO submission (id, office_id, form, report_type, period, number, form_version, created_by, origin, status)
  VALUES ($4, $2, $3, split_part($3, '/', 1), ${period}, 0, 1, 'system', 'archive', 'approved') ON CONFLICT DO NOTHING`
const samePlace = 'o.office_id = submission.office_id AND o.form = submission.form AND o.period = submission.period'
const note = (status: string): string => `UPDATE note SET status = '${status}' WHERE id = ${one('note')}`
const ofPeriod = `form = $3 AND period = ${period}`
const handed = `
  WITH h AS (SELECT b.office_id FROM obligation b WHERE ${ofPeriod}
      AND NOT EXISTS (SELECT 1 FROM obligation WHERE office_id = $2 AND ${ofPeriod})
      AND NOT EXISTS (SELECT 1 FROM submission WHERE office_id = $2 AND ${ofPeriod}) ORDER BY b.id LIMIT 1),
    s AS (UPDATE submission SET office_id = $2 WHERE ${ofPeriod} AND office_id = (SELECT office_id FROM h))
  UPDATE obligation SET office_id = $2 WHERE ${ofPeriod} AND office_id = (SELECT office_id FROM h)`

/** Each kind of write to what a line is derived from: `$1` a number that chooses, `$2` an office, `$3` a form, `$4` a new id. */
export const lineWrites: Record<string, string> = {
  'something is owed': `INSERT INTO obligation (id, office_id, form, period, due_at) VALUES ($4, $2, $3, ${period}, now()) ON CONFLICT DO NOTHING`,
  'an extension': `UPDATE obligation SET extended_to = now() + interval '3 days' WHERE id = ${one('obligation')}`,
  'a moved deadline': `UPDATE obligation SET due_at = due_at - interval '3 days' WHERE form = $3`,
  'a report': report,
  'a report from before the system': archived,
  submitted: change(`status = 'submitted', status_at = now(), submitted_at = now()`, `status <> 'approved'`),
  'under review': change(`status = 'in-review', claimed_by = 'post:' || $4::text`, `status <> 'approved'`),
  returned: change(`status = 'returned', return_due_at = now()`, `status <> 'approved'`),
  approved: change(`status = 'approved', approved_revision = 1, latest_revision = 1`),
  'a claim freed': change('claimed_by = NULL'),
  'a save': change('version = version + 1'),
  progress: change(
    `progress = jsonb_build_object('a', jsonb_build_object('filled', version, 'all', 9)), progress_version = version`,
  ),
  'a newer catalogue': change('progress_version = -1'),
  'a deadline of its own': change('due_at = CASE WHEN $1::int % 2 = 0 THEN NULL ELSE now() END'),
  'a revision': `INSERT INTO revision (submission_id, n, rule_set, body, sha256, receipt, by, at, last_change)
     SELECT id, 1 + (SELECT count(*) FROM revision v WHERE v.submission_id = s.id), '2021.1', '{}', repeat('0', 64), $4::text, 'system', now(), 0
     FROM submission s WHERE id = ${one('submission')}`,
  'a note': `INSERT INTO note (id, submission_id, anchor, text, by) SELECT $4::uuid, id, '', '', 'system' FROM submission WHERE id = ${one('submission')}`,
  'a note answered': note('answered'),
  'a note opened': note('open'),
  'a note gone': `DELETE FROM note WHERE id = ${one('note')}`,
  'filed after all': change(
    `origin = 'filed', number = (SELECT 1 + COALESCE(max(number), 0) FROM submission o WHERE ${samePlace})`,
    `origin = 'archive'`,
  ),
  'no longer filed': change(
    `origin = 'archive', number = 0, status = 'approved'`,
    `origin = 'filed' AND NOT EXISTS (SELECT 1 FROM submission o WHERE o.number = 0 AND ${samePlace})`,
  ),
  'owed under another id': `UPDATE obligation SET id = $4 WHERE id = ${one('obligation')}`,
  'handed to another office': handed,
  'no longer owed': `DELETE FROM obligation WHERE id = ${one('obligation')}`,
}
