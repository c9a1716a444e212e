/** The statements of the bare server, by hand: what each case reads and writes, each in as few round trips as it takes. */
const of = `CROSS JOIN LATERAL (SELECT json_build_object('id', w.office_id, 'name', w.name, 'shortName', w.short_name) AS office FROM office_span w
    WHERE w.office_id = s.office_id ORDER BY w."from" DESC LIMIT 1) n LEFT JOIN period q ON q.form = s.form AND q.key = s.period`
const columns = `s.form, 'SPM triwulanan' AS title, s.report_type AS "reportType", s.period, 'Triwulan I 2026' AS "periodTitle", s.number, s.practice, s.status,
  s.due_at AS "dueAt", q.closes_at AS "closesAt", s.return_due_at AS "returnDueAt", s.due_at < s.submitted_at AS late, s.submitted_at AS "submittedAt",
  s.status_at AS "statusAt", s.latest_revision AS "latestRevision", s.approved_revision AS "approvedRevision", n.office`
const actor = (
  c: string,
) => `(SELECT json_build_object('actor', ${c}, 'name', p.name, 'title', t.title) FROM post t JOIN person p ON p.id = t.person_id
  WHERE t.id = substr(${c}, 6)::uuid)`
export const bareStatements = {
  sample: `SELECT body::text, sha256, rule_set, (SELECT json_agg(f) FROM figure f WHERE f.submission_id = r.submission_id)::text AS figures
  FROM revision r WHERE submission_id = $1`,
  one: 'SELECT 1',
  session: `SELECT s.id, p.id AS person, p.name, p.demo, p.must_change_password, s.last_seen_at, t.* FROM session s
    JOIN person p ON p.id = s.person_id AND p.disabled_at IS NULL LEFT JOIN LATERAL (
      SELECT id AS post, role, report_types, office_ids, region, "from", "to" FROM post WHERE person_id = p.id AND "from" <= $3::date
      AND ("to" IS NULL OR "to" >= $3::date) ORDER BY (id = s.post_id) IS TRUE DESC, "from", id LIMIT 1) t ON true
    WHERE s.token = $1 AND s.expires_at > $2 AND s.last_seen_at > $2::timestamptz - interval '24 hours'`,
  event: `WITH h AS (INSERT INTO event_head (stream, seq, hash) VALUES ($1, 1, $5) ON CONFLICT (stream) DO UPDATE SET seq = event_head.seq + 1
      RETURNING seq) INSERT INTO event (stream, seq, type, at, actor, data, prev, hash) SELECT $1, seq, $2, now(), $3, $4, $5, $5 FROM h`,
  person: `SELECT p.id, p.name, p.nip, p.username, a.password, json_agg(t) AS posts FROM person p JOIN account a ON a.person_id = p.id
    JOIN post t ON t.person_id = p.id WHERE p.username = $1 AND p.disabled_at IS NULL GROUP BY p.id, a.id`,
  open: `INSERT INTO session (id, token, person_id, post_id, last_seen_at, created_at, updated_at, expires_at, ip_address, user_agent)
    VALUES (gen_random_uuid(), $1, $2, $3, now(), now(), now(), now() + interval '7 days', '127.0.0.1', '')`,
  queue: `SELECT b.id AS obligation, s.id AS submission, ${columns}, q.opens_at AS "opensAt", s.progress,
      (SELECT count(*)::int FROM note m WHERE m.submission_id = s.id AND m.status = 'open') AS "openNotes", ${actor('s.claimed_by')} ->> 'name' AS "claimedBy"
    FROM (SELECT l.* FROM unnest($1::text[]) AS st(status) CROSS JOIN LATERAL (SELECT * FROM submission l WHERE l.status = st.status AND NOT l.practice
      AND l.report_type = ANY ($2) ORDER BY COALESCE(l.due_at, 'infinity'), l.id LIMIT $3) l ORDER BY COALESCE(l.due_at, 'infinity'), l.id LIMIT $3) s
    ${of} LEFT JOIN obligation b ON b.office_id = s.office_id AND b.form = s.form AND b.period = s.period ORDER BY s.due_at, s.id`,
  view: `SELECT s.id, ${columns}, s.form_version AS "formVersion", (SELECT max(version) FROM form_version v WHERE v.form = s.form) AS "newestVersion",
      s.submitted_from AS "submittedFrom", s.version, s.progress, s.origin, ${actor('s.claimed_by')} AS "claimedBy", s.open_anchors AS "openAnchors",
      ${actor('s.status_by')} AS "statusBy", s.recheck, true AS readable, '[{"move":"claim","needs":[]}]'::json AS moves,
      (SELECT json_agg(json_build_object('id', m.id, 'number', m.number, 'status', m.status)) FROM submission m
       WHERE m.office_id = s.office_id AND m.form = s.form AND m.period = s.period) AS numbers,
      COALESCE((SELECT json_agg(t) FROM tick t WHERE t.submission_id = s.id AND t.n = s.latest_revision), '[]') AS ticks,
      COALESCE((SELECT json_agg(c) FROM contribution c WHERE c.submission_id = s.id), '[]') AS contributions
    FROM submission s ${of} WHERE s.id = $1`,
  lock: `SELECT s.*, p.closes_at, o.path, b.extended_to FROM submission s JOIN office o ON o.id = s.office_id
    LEFT JOIN period p ON p.form = s.form AND p.key = s.period LEFT JOIN obligation b ON b.office_id = s.office_id AND b.form = s.form
    AND b.period = s.period WHERE s.id = $1 FOR NO KEY UPDATE OF s`,
  row: `SELECT fields FROM answer_row WHERE submission_id = $1 AND table_id = $2 AND row_id = $3`,
  rows: `SELECT table_id, row_id, fields FROM answer_row WHERE submission_id = $1 ORDER BY table_id, row_id`,
  owed: `SELECT b.*, o.path, p.opens_at, p.closes_at, (SELECT max(version) FROM form_version v WHERE v.form = b.form) AS newest FROM obligation b
    JOIN office o ON o.id = b.office_id LEFT JOIN period p ON p.form = b.form AND p.key = b.period WHERE b.id = $1`,
  basis: `SELECT (SELECT array_agg(a."row") FROM row_assignment a WHERE a.office_id = s.office_id AND a.form = s.form) AS assigned, r.id, p.id AS previous
    FROM submission s LEFT JOIN submission p ON p.office_id = s.office_id AND p.form = s.form AND p.period = '2026-TW4' CROSS JOIN LATERAL (
      SELECT id FROM rule_set WHERE status = 'approved' ORDER BY year DESC, version DESC LIMIT 1) r WHERE s.id = $1`,
  proofs: `SELECT id, anchor, title, number, date, page, sha256 FROM attachment WHERE submission_id = $1 AND removed_at IS NULL ORDER BY id`,
  revise: `INSERT INTO revision (submission_id, n, rule_set, body, sha256, receipt, by, at, last_change)
    VALUES ($1, 1, $2, $3, $4, 'B-' || lpad(nextval('receipt_number')::text, 6, '0'), $5, now(), 1)`,
  figures: `INSERT INTO figure SELECT f.* FROM jsonb_array_elements($2::jsonb) e,
      jsonb_populate_record(NULL::figure, e || jsonb_build_object('submission_id', $1::uuid)) f`,
  submit: `UPDATE submission SET status = 'submitted', status_at = now(), status_by = $2, submitted_at = now(), latest_revision = 1 WHERE id = $1`,
  attach: `INSERT INTO attachment (id, submission_id, anchor, title, file_name, media, bytes, sha256, by) VALUES ($1, $2, $3, $4, 'bukti.pdf', 'application/pdf', 100000, $5, $6)`,
  save: `WITH c AS (INSERT INTO answer_change (change_id, submission_id, seq, table_id, row_id, field, op, "to", actor, via)
      VALUES ($3, $1, $4, $5, $6, $7, 'set', $8, $2, 'typed')),
    r AS (INSERT INTO answer_row (submission_id, table_id, row_id, fields)
      VALUES ($1, $5, $6, jsonb_build_object($7::text, jsonb_build_object('v', $8::jsonb, 'rev', $4::int, 'by', $2::text, 'at', now())))
      ON CONFLICT (submission_id, table_id, row_id) DO UPDATE SET fields = answer_row.fields || excluded.fields)
    UPDATE submission SET version = version + 1 WHERE id = $1`,
  create: `WITH cells AS (SELECT t.key AS t, r.key AS r, f.key AS f, f.value AS v, row_number() OVER ()::int AS seq
      FROM jsonb_each($3::jsonb) t, jsonb_each(t.value) r, jsonb_each(r.value) f),
    s AS (INSERT INTO submission (id, office_id, form, report_type, period, form_version, due_at, version, created_by, status_by)
      SELECT id, office_id, form, 'spm', period, 1, due_at, 20, $2, $2 FROM obligation WHERE id = $1),
    c AS (INSERT INTO answer_change (change_id, submission_id, seq, table_id, row_id, field, op, "to", actor, via)
      SELECT gen_random_uuid(), $1, seq, t, r, f, 'set', v, $2, 'api' FROM cells)
    INSERT INTO answer_row (submission_id, table_id, row_id, fields)
      SELECT $1, t, r, jsonb_object_agg(f, jsonb_build_object('v', v, 'rev', seq, 'by', $2::text, 'at', now())) FROM cells GROUP BY t, r`,
}
