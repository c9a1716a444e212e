/** What the tables hold: invented offices, and copies of one real report in every status, put in by SQL. */
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

const mostOffices = 1000
const perYear = 10
/** Years of what is filled end here; what the cases write is prepared for the years after. */
const lastFilled = 2025

/** An id that is a UUID of version 7, in the order of `n`. */
const uid = (
  kind: number,
  n: string,
): string => `(lpad(to_hex(${kind}), 2, '0') || lpad(to_hex((${n})::bigint), 10, '0') || '7'
  || substr(md5('${kind}-' || (${n})), 1, 3) || '8' || substr(md5('${kind}-' || (${n})), 4, 15))::uuid`
const office = (n: string): string => uid(1, n)

/** Offices without anything above or below them, each with one service of SPM. */
export const fillOffices = async (db: pg.Client, service: string): Promise<void> => {
  await db.query(
    `INSERT INTO office (id, kind, confidence, path) SELECT ${office('n')}, 'dinas', 'verified', ARRAY[${office('n')}]
     FROM generate_series(0, ${mostOffices - 1}) n`,
  )
  await db.query(
    `INSERT INTO office_span (id, office_id, name, short_name, urusan, "from")
     SELECT ${uid(2, 'n')}, ${office('n')}, 'Dinas Contoh Nomor ' || n, 'Dincon ' || n, '{}', '2015-01-01' FROM generate_series(0, ${mostOffices - 1}) n`,
  )
  await db.query(
    `INSERT INTO row_assignment (id, form, "row", office_id, shared, from_year)
     SELECT ${uid(3, 'n')}, 'spm/triwulan', $1, ${office('n')}, true, 2015 FROM generate_series(0, ${mostOffices - 1}) n`,
    [service],
  )
}

/** Each office files this form whole, all years. */
export const assignWhole = async (db: pg.Client, form: string): Promise<void> => {
  await db.query(
    `INSERT INTO row_assignment (id, form, "row", office_id, from_year) SELECT gen_random_uuid(), $1, '*', id, 2015 FROM office`,
    [form],
  )
}

/** Of every hundred reports: 60 approved, 12 submitted, 5 in review, 5 returned, 18 drafts. */
const status = `CASE WHEN h < 60 THEN 'approved' WHEN h < 72 THEN 'submitted' WHEN h < 77 THEN 'in-review' WHEN h < 82 THEN 'returned' ELSE 'draft' END`

const officesOf = (rows: number): number => Math.min(mostOffices, Math.ceil(rows / perYear))

/**
 * Fills up to so many submissions, ten an office and year: eight SPM and SAKIP quarters, a register and an agreement, with eight
 * answers and changes each, a revision with 25 figures where it was submitted (2 million at 100,000 submissions), events, and a note
 * on every twentieth.
 * @param sample the report that is copied: submitted, through the API
 */
export const fill = (db: pg.Client, rows: number, sample: string): Promise<void> => {
  const offices = officesOf(rows)
  const years = Math.ceil(rows / perYear / offices)
  return copyReports(db, { offices, from: lastFilled - years + 1, to: lastFilled, status }, sample)
}

/** Beside so many submissions: all offices have just submitted all reports of one more year, and the statistics know of it. */
export const fillDeadlineDay = (db: pg.Client, rows: number, sample: string): Promise<void> =>
  copyReports(db, { offices: officesOf(rows), from: lastFilled + 1, to: lastFilled + 1, status: "'submitted'" }, sample)

const copyReports = async (
  db: pg.Client,
  { offices, from, to, status }: { offices: number; from: number; to: number; status: string },
  sample: string,
): Promise<void> => {
  await db.query('DROP TABLE IF EXISTS made')
  await db.query(
    `CREATE TEMP TABLE made AS SELECT n, h, ${uid(4, 'n')} AS id, ${office('o')} AS office_id, form, period, ${status} AS status,
       make_date(y, 1, 1)::timestamptz + (f % 4 + 1) * interval '3 months' + interval '20 days' AS due
     FROM (SELECT o, y, f, (o * 100 + y - 2000) * 10 + f AS n, (o * 37 + y * 11 + f * 53) % 100 AS h,
             CASE WHEN f < 4 THEN 'spm/triwulan' WHEN f < 8 THEN 'sakip/pengukuran-triwulan' WHEN f = 8 THEN 'sakip/indikator'
               ELSE 'sakip/perjanjian-kinerja' END AS form, CASE WHEN f < 8 THEN y || '-TW' || (f % 4 + 1) ELSE y::text END AS period
           FROM generate_series(0, $1::int - 1) o, generate_series($2::int, $3::int) y, generate_series(0, 9) f) all_of_them
     WHERE NOT EXISTS (SELECT 1 FROM submission s WHERE s.id = ${uid(4, 'n')})`,
    [offices, from, to],
  )
  const one = async (sql: string, values: unknown[] = []) => {
    await db.query(sql, values)
  }
  await one(`INSERT INTO period (form, key, opens_at, due_at, closes_at)
    SELECT DISTINCT form, period, due - interval '60 days', due, due + interval '30 years' FROM made ON CONFLICT DO NOTHING`)
  await one(
    `INSERT INTO obligation (id, office_id, form, period, due_at, status, submission_id) SELECT id, office_id, form, period, due, status, id FROM made`,
  )
  await one(
    `INSERT INTO submission (id, office_id, form, report_type, period, form_version, status, version, due_at, return_due_at, claimed_by, claimed_at,
       latest_revision, approved_revision, created_by, created_at, submitted_at, status_at, status_by, progress, progress_version)
     SELECT m.id, m.office_id, m.form, split_part(m.form, '/', 1), m.period, 1, m.status, 8, m.due, CASE WHEN m.status = 'returned' THEN now() END,
       CASE WHEN m.status IN ('in-review', 'approved') THEN v.actor END, CASE WHEN m.status IN ('in-review', 'approved') THEN m.due END,
       CASE WHEN m.status <> 'draft' THEN 1 END, CASE WHEN m.status = 'approved' THEN 1 END, s.created_by, m.due - interval '9 days',
       CASE WHEN m.status <> 'draft' THEN m.due - interval '2 days' END, m.due - interval '1 day', s.created_by, s.progress, 8
     FROM made m, submission s, (SELECT 'post:' || id AS actor FROM post WHERE role = 'verifier' LIMIT 1) v WHERE s.id = $1`,
    [sample],
  )
  await one(
    `INSERT INTO answer_row SELECT m.id, a.table_id, a.row_id, a.fields
     FROM made m, (SELECT * FROM answer_row WHERE submission_id = $1 ORDER BY table_id, row_id LIMIT 8) a`,
    [sample],
  )
  await one(
    `INSERT INTO answer_change SELECT ${uid(5, 'm.n * 10 + c.seq')}, m.id, c.seq, c.table_id, c.row_id, c.field, c.op, c."from", c."to", c.actor, c.device,
       c.device_at, c.via, m.due - interval '3 days' FROM made m, (SELECT * FROM answer_change WHERE submission_id = $1 AND seq <= 8) c`,
    [sample],
  )
  await one(
    `INSERT INTO revision SELECT m.id, 1, r.rule_set, r.body || '{"sections": []}', r.sha256, 'B-' || m.n, r.by, m.due - interval '2 days', 8
     FROM made m, revision r WHERE m.status <> 'draft' AND r.submission_id = $1`,
    [sample],
  )
  await copyFigures(db, sample)
  await one(
    `INSERT INTO event SELECT 'submission/' || m.id, e.seq, e.type, m.due, e.actor, e.data, e.prev, e.hash, m.office_id
     FROM made m, event e WHERE e.stream = 'submission/' || $1::text`,
    [sample],
  )
  await one(
    `INSERT INTO event_head SELECT 'submission/' || m.id, h.seq, h.hash, h.seq FROM made m, event_head h WHERE h.stream = 'submission/' || $1::text`,
    [sample],
  )
  await one(
    `INSERT INTO note (id, submission_id, anchor, text, revision, by) SELECT ${uid(6, 'm.n')}, m.id, '', 'Mohon dilengkapi.', 1, s.created_by
     FROM made m, submission s WHERE m.h % 20 = 0 AND s.id = $1`,
    [sample],
  )
  await makeLines(db, 'SELECT id FROM made')
  await db.query('VACUUM ANALYZE')
  // what was put in at once is on the disk before anything is measured, as where it came in over years
  await db.query('CHECKPOINT')
}

const figuresEach = 25

/** The sample's figures for each report that was submitted, and copies of them under other rows: by COPY, from one connection to another. */
const copyFigures = async (db: pg.Client, sample: string): Promise<void> => {
  const columns =
    'submission_id, n, code, "row", office_id, form, period, value, why, raw, numerator, denominator, unit, band, basis, derivation, rule_set'
  // a measurement has its mean where SPM has that of an office
  const code = `CASE WHEN m.form = 'sakip/pengukuran-triwulan' AND f.code = 'spm.officeIndex' THEN 'sakip.office' ELSE f.code END`
  const figures = `SELECT m.id, f.n, ${code}, f."row", m.office_id, m.form, m.period, f.value, f.why, f.raw, f.numerator, f.denominator, f.unit,
      f.band, f.basis, f.derivation, f.rule_set
    FROM made m, (SELECT n, code, CASE WHEN k = 0 THEN "row" ELSE "row" || '.' || k END AS "row", value, why, raw, numerator, denominator, unit, band,
        basis, derivation, rule_set
      FROM figure, generate_series(0, ${figuresEach}) k WHERE submission_id = '${sample}' ORDER BY k, code, "row" LIMIT ${figuresEach}) f
    WHERE m.status <> 'draft'`
  const { host, port, user, password, database } = db
  const writer = new pg.Client({ host, port, user, password: password ?? '', database: database ?? '' })
  await writer.connect()
  try {
    await writer.query('SET session_replication_role = replica')
    await pipeline(
      db.query(copyTo(`COPY (${figures}) TO STDOUT`)),
      writer.query(copyFrom(`COPY figure (${columns}) FROM STDIN`)),
    )
  } finally {
    await writer.end()
  }
}

/** The lines of lists, of what was put in while triggers were off. @param ids SQL */
const makeLines = (db: pg.Client, ids: string, values: unknown[] = []) =>
  db.query(`INSERT INTO report_line SELECT * FROM report_line_source WHERE id IN (${ids})`, values)

/** Gives the copies of SPM their whole frozen form, from which a recap takes its names; `fill` leaves it out for its size. */
export const freezeWhole = async (db: pg.Client, sample: string): Promise<void> => {
  await db.query(
    `UPDATE revision r SET body = whole.body FROM submission s, revision whole
     WHERE s.id = r.submission_id AND s.form = 'spm/triwulan' AND whole.submission_id = $1 AND r.submission_id <> $1`,
    [sample],
  )
}

let prepared = 0

/** A form and what follows the year in its periods. */
const quarter = { form: 'spm/triwulan', part: '-TW1' }

/** So many obligations without a report, of the small SPM form where no other is named, all open now, each of an office and year of its own. */
export const prepareObligations = async (db: pg.Client, count: number, of = quarter): Promise<string[]> => {
  const ids = await addObligations(db, count, of)
  await makeLines(db, 'SELECT unnest($1::uuid[])', [ids])
  return ids
}

const addObligations = async (db: pg.Client, count: number, { form, part } = quarter): Promise<string[]> => {
  const [from, to] = [prepared, prepared + count - 1]
  prepared += count
  const period = `(${lastFilled + 2} + n / ${mostOffices}) || $4::text`
  const days = (n: number) => `now() + interval '${n} days'`
  await db.query(
    `INSERT INTO period (form, key, opens_at, due_at, closes_at) SELECT DISTINCT $3::text, ${period}, ${days(-30)}, ${days(30)}, ${days(60)}
     FROM generate_series($1::int, $2::int) n ON CONFLICT DO NOTHING`,
    [from, to, form, part],
  )
  const made = await db.query<{ id: string }>(
    `INSERT INTO obligation (id, office_id, form, period, due_at) SELECT ${uid(7, 'n')}, ${office(`n % ${mostOffices}`)}, $3, ${period},
       ${days(30)} FROM generate_series($1::int, $2::int) n RETURNING id`,
    [from, to, form, part],
  )
  return made.rows.map(({ id }) => id)
}

/** So many drafts, each a copy of `sample`, complete and ready to submit. */
export const prepareDrafts = async (db: pg.Client, count: number, sample: string): Promise<string[]> => {
  const ids = await addObligations(db, count)
  const one = (sql: string) => db.query(sql, [sample, ids])
  await one(`UPDATE obligation SET status = 'draft', submission_id = id WHERE id = ANY ($2) AND $1::text <> ''`)
  await one(
    `INSERT INTO submission (id, office_id, form, report_type, period, form_version, version, due_at, created_by, status_by, open_anchors)
     SELECT b.id, b.office_id, b.form, s.report_type, b.period, s.form_version, s.version, b.due_at, s.created_by, s.created_by, '{}'
     FROM obligation b, submission s WHERE b.id = ANY ($2) AND s.id = $1`,
  )
  await one(
    `INSERT INTO answer_row SELECT d.id, a.table_id, a.row_id, a.fields FROM unnest($2::uuid[]) AS d(id), answer_row a WHERE a.submission_id = $1`,
  )
  await one(
    `INSERT INTO answer_change SELECT gen_random_uuid(), d.id, c.seq, c.table_id, c.row_id, c.field, c.op, c."from", c."to", c.actor, c.device, c.device_at,
       c.via, c.at FROM unnest($2::uuid[]) AS d(id), answer_change c WHERE c.submission_id = $1`,
  )
  await one(
    `INSERT INTO event SELECT 'submission/' || d.id, e.seq, e.type, e.at, e.actor, e.data, e.prev, e.hash
     FROM unnest($2::uuid[]) AS d(id), event e WHERE e.stream = 'submission/' || $1::text AND e.seq = 1`,
  )
  await one(
    `INSERT INTO event_head SELECT 'submission/' || d.id, 1, e.hash, 0
     FROM unnest($2::uuid[]) AS d(id), event e WHERE e.stream = 'submission/' || $1::text AND e.seq = 1`,
  )
  await makeLines(db, 'SELECT unnest($1::uuid[])', [ids])
  await db.query(
    'VACUUM ANALYZE submission, answer_row, answer_change, obligation, event, event_head, attachment, report_line',
  )
  return ids
}
