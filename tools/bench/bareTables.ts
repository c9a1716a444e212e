/** The tables of the bare server, in a schema of their own beside the product's and filled from its rows. */
import { type FormId, formTitle, type PeriodKey, periodTitle, precedingReports, roleLabels } from '@sepakat/rules'
import type pg from 'pg'

/**
 * A line has the JSON of both answers as text: `state` is what a move changes and both say, `line` the rest of a line of the list,
 * `view` the rest of one submission. The list reads the index alone.
 */
export const makeBareTables = (db: pg.Client) =>
  db.query(`CREATE SCHEMA bare;
    CREATE TABLE bare.line (id uuid PRIMARY KEY, report_type text NOT NULL, status text NOT NULL, due timestamptz NOT NULL, version int NOT NULL,
      state text NOT NULL, status_by text NOT NULL, line text NOT NULL, view text NOT NULL);
    CREATE INDEX line_of_queue ON bare.line (report_type, status, due, id) INCLUDE (state, line);
    CREATE TABLE bare.answer (submission uuid, "table" text, "row" text, fields jsonb NOT NULL, PRIMARY KEY (submission, "table", "row"));
    CREATE TABLE bare.change (submission uuid, seq int, change_id uuid NOT NULL UNIQUE, changed json NOT NULL, by text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (submission, seq));
    CREATE TABLE bare.event (stream text, id bigint GENERATED ALWAYS AS IDENTITY, type text NOT NULL, by text NOT NULL, data text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (stream, id));
    CREATE TABLE bare.revision (submission uuid, n int, body text NOT NULL, figures text NOT NULL, sha256 text NOT NULL, rule_set text NOT NULL,
      by text NOT NULL, at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (submission, n));
    CREATE TABLE bare.attachment (id uuid PRIMARY KEY, submission uuid NOT NULL, said json NOT NULL);
    CREATE TABLE bare.person (username text PRIMARY KEY, actor text NOT NULL, password text NOT NULL, view text NOT NULL);
    CREATE TABLE bare.session (token text PRIMARY KEY, actor text NOT NULL, expires_at timestamptz NOT NULL DEFAULT now() + interval '7 days');
    GRANT USAGE ON SCHEMA bare TO PUBLIC;
    GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA bare TO PUBLIC`)

/** @param view what the product answers to the sign-in of this name */
export const addBarePerson = (db: pg.Client, username: string, view: string) =>
  db.query(
    `INSERT INTO bare.person SELECT p.username, 'post:' || t.id, a.password, $2
     FROM person p JOIN account a ON a.person_id = p.id JOIN post t ON t.person_id = p.id WHERE p.username = $1`,
    [username, view],
  )

/** The title of a post `t`, its own or that of its role, for posts held for oneself. */
export const titleOfPost = `COALESCE(NULLIF(t.title, ''), '${JSON.stringify(roleLabels)}'::json ->> t.role)`

const actorOf = (actor: string) =>
  `(SELECT json_build_object('actor', ${actor}, 'name', p.name, 'title', ${titleOfPost}) FROM post t JOIN person p ON p.id = t.person_id
    WHERE t.id = substr(${actor}, 6)::uuid)`

/** Text of an object without its braces. */
const inner = (columns: string) =>
  `(SELECT substr(j, 2, length(j) - 2) FROM (SELECT row_to_json(x)::text AS j FROM (SELECT ${columns}) x) y)`

const named = `json_build_object('id', b.office_id, 'name', n.name, 'shortName', n.short_name) AS office, b.form, w.title,
  split_part(b.form, '/', 1) AS "reportType", b.period, w."periodTitle", COALESCE(s.number, 1) AS number, b.practice`

/** Forgets what one of the two servers moved since: else the bare server would tell its old status. */
const forgetMoved = async (db: pg.Client): Promise<void> => {
  await db.query(
    'CREATE TEMP TABLE moved AS SELECT l.id FROM bare.line l JOIN obligation b USING (id) WHERE b.status <> l.status',
  )
  await db.query('DELETE FROM bare.answer WHERE submission IN (SELECT id FROM moved)')
  await db.query('DELETE FROM bare.change WHERE submission IN (SELECT id FROM moved)')
  await db.query('DELETE FROM bare.line WHERE id IN (SELECT id FROM moved)')
  await db.query('DROP TABLE moved')
}

/** Whatever the product has by now and the bare server has not; a new line of what is owed is as its draft will be. */
export const fillBareTables = async (db: pg.Client): Promise<void> => {
  const { rows } = await db.query<{ form: FormId; period: PeriodKey }>('SELECT DISTINCT form, period FROM obligation')
  const words = rows.map(({ form, period }) => ({
    form,
    period,
    title: formTitle(form),
    periodTitle: periodTitle(period),
    follows: precedingReports({ form, period }),
  }))
  await forgetMoved(db)
  // apart from the inserts: of a table that grows meanwhile each look would see all that was put in before
  await db.query('CREATE TEMP TABLE fresh AS SELECT id FROM obligation EXCEPT SELECT id FROM bare.line')
  await db.query('ANALYZE fresh')
  await db.query(
    `INSERT INTO bare.line SELECT b.id, split_part(b.form, '/', 1), b.status, b.due_at, COALESCE(s.version, 0),
       ${inner(`b.status, s.status_at AS "statusAt", s.submitted_at AS "submittedAt", s.latest_revision AS "latestRevision",
         s.approved_revision AS "approvedRevision", s.return_due_at AS "returnDueAt", COALESCE(s.submitted_at, now()) > b.due_at AS late`)},
       COALESCE(${actorOf('s.status_by')}::text, 'null'),
       ${inner(`b.id AS obligation, b.submission_id AS submission, ${named}, b.due_at AS "dueAt", q.opens_at AS "opensAt", q.closes_at AS "closesAt",
         p.progress, o."openNotes", ${actorOf('s.claimed_by')} ->> 'name' AS "claimedBy", w.follows, '[]'::json AS prerequisites, NULL::json AS reminder`)},
       ${inner(`b.id, ${named}, COALESCE(s.form_version, 1) AS "formVersion", f.newest AS "newestVersion", s.submitted_from AS "submittedFrom",
         COALESCE(s.progress, '{}') AS progress, b.due_at AS "dueAt", q.closes_at AS "closesAt", COALESCE(s.origin, 'web') AS origin,
         ${actorOf('s.claimed_by')} AS "claimedBy", CASE WHEN s.open_all THEN NULL ELSE s.open_anchors END AS "openAnchors", s.recheck, true AS readable, NULL::json AS part,
         '[]'::json AS contributions, '[]'::json AS "reopenRequests",
         json_build_array(json_build_object('id', b.id, 'number', 1, 'status', b.status)) AS numbers, '[]'::json AS ticks`)}
     FROM fresh JOIN obligation b USING (id) LEFT JOIN submission s ON s.id = b.submission_id
     JOIN json_to_recordset($1) AS w(form text, period text, title text, "periodTitle" text, follows json) ON w.form = b.form AND w.period = b.period
     LEFT JOIN period q ON q.form = b.form AND q.key = b.period
     CROSS JOIN LATERAL (SELECT name, short_name FROM office_span WHERE office_id = b.office_id ORDER BY "from" DESC LIMIT 1) n
     CROSS JOIN LATERAL (SELECT max(version) AS newest FROM form_version v WHERE v.form = b.form) f
     CROSS JOIN LATERAL (SELECT count(*) AS "openNotes" FROM note m WHERE m.submission_id = s.id AND m.status = 'open') o
     LEFT JOIN LATERAL (SELECT json_build_object('filled', sum((value ->> 'filled')::int), 'all', sum((value ->> 'all')::int)) AS progress
       FROM jsonb_each(s.progress)) p ON s.id IS NOT NULL`,
    [JSON.stringify(words)],
  )
  await db.query(
    `INSERT INTO bare.answer SELECT submission_id, table_id, row_id, fields FROM answer_row JOIN fresh ON id = submission_id`,
  )
  await db.query(
    `INSERT INTO bare.change SELECT submission_id, seq, change_id,
       json_build_object('table', table_id, 'row', row_id, 'field', field, 'op', op, 'from', "from", 'to', "to", 'via', via), actor, at
     FROM answer_change JOIN fresh ON id = submission_id`,
  )
  await db.query('DROP TABLE fresh')
  await db.query('VACUUM ANALYZE bare.line, bare.answer, bare.change')
  await db.query('CHECKPOINT')
}
