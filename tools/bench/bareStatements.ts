/** All that the bare server asks of PostgreSQL: one statement for what a request reads or writes. */
import { titleOfPost } from './bareTables.ts'

const event = (stream: string, type: string, by: string, data: string) =>
  `INSERT INTO bare.event (stream, type, by, data) VALUES (${stream}, '${type}', ${by}, ${data})`

export const bareStatements = {
  one: 'SELECT 1',
  sample: `SELECT body::text, sha256, rule_set::text, (SELECT json_agg(f) FROM figure f WHERE f.submission_id = r.submission_id)::text AS figures
    FROM revision r WHERE submission_id = $1`,
  sessions: `SELECT s.token, json_build_object('actor', 'post:' || t.id, 'name', p.name, 'title', ${titleOfPost}) AS by
    FROM session s JOIN person p ON p.id = s.person_id JOIN post t ON t.id = s.post_id`,
  person: 'SELECT actor, password, view FROM bare.person WHERE username = $1',
  open: `WITH s AS (INSERT INTO bare.session (token, actor) VALUES ($1, $2))
    ${event(`'access/' || $2::text`, 'session.started', '$2', `''`)}`,
  queue: `SELECT l.* FROM unnest($1::text[]) AS st(status) CROSS JOIN LATERAL (SELECT due, id, state, line FROM bare.line
    WHERE report_type = $2 AND status = st.status ORDER BY due, id LIMIT $3) l ORDER BY due, id LIMIT $3`,
  view: 'SELECT status, version, state, status_by, view FROM bare.line WHERE id = $1',
  save: `WITH l AS (UPDATE bare.line SET version = version + 1 WHERE id = $1 RETURNING version),
    h AS (SELECT fields -> $4::text -> 'v' AS v FROM bare.answer WHERE submission = $1 AND "table" = $2 AND "row" = $3),
    a AS (UPDATE bare.answer SET fields = fields || jsonb_build_object($4::text,
        jsonb_build_object('v', $5::jsonb, 'rev', l.version, 'by', $6::text, 'at', now())) FROM l
      WHERE submission = $1 AND "table" = $2 AND "row" = $3)
    INSERT INTO bare.change (submission, seq, change_id, changed, by) SELECT $1, l.version, $7,
      json_build_object('table', $2::text, 'row', $3::text, 'field', $4::text, 'op', 'set', 'from', h.v, 'to', $5::jsonb, 'via', 'typed'), $6 FROM l, h
    RETURNING seq`,
  create: `WITH a AS (INSERT INTO bare.answer SELECT $1, x."table", x."row", x.fields
      FROM json_to_recordset($2) AS x("table" text, "row" text, fields jsonb)),
    c AS (INSERT INTO bare.change (submission, seq, change_id, changed, by) VALUES ($1, $3, gen_random_uuid(), $4, $5)),
    e AS (${event(`'submission/' || $1::uuid`, 'submission.created', '$5', '$4')})
    UPDATE bare.line SET status = 'draft', version = $3, state = $6, status_by = $7 WHERE id = $1 RETURNING status, version, state, status_by, view`,
  submit: `WITH r AS (INSERT INTO bare.revision (submission, n, body, figures, sha256, rule_set, by) VALUES ($1, 1, $2, $3, $4, $5, $6)),
    e AS (${event(`'submission/' || $1::uuid`, 'submission.submitted', '$6', '$4')})
    UPDATE bare.line SET status = 'submitted', state = $7, status_by = $8 WHERE id = $1 RETURNING status, version, state, status_by, view`,
  attach: `WITH a AS (INSERT INTO bare.attachment (id, submission, said) VALUES ($1, $2, $3))
    ${event(`'submission/' || $2::uuid`, 'attachment.added', '$4', '$3')}`,
}
