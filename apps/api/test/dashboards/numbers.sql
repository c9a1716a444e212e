-- Every value of the charts of a year ($1) again, without any of the product's rules: written after the regulations and the choices of
-- the demo region (its first rule set), from answers, obligations, revisions and events. Gives `key`: `<chart>|<series>|<category>`, and
-- `value`, exact. $2: the instant until which it is; days are those of WITA. MATERIALIZED: worked out once, not again for every row that
-- asks for it, which took half a minute.
WITH filed AS (
  SELECT s.*, COALESCE(s.approved_revision, CASE WHEN s.number = 1 AND s.status IN ('submitted', 'in-review', 'second-review') THEN s.latest_revision END) AS n
  FROM submission s WHERE s.origin = 'filed' AND NOT s.practice AND NOT EXISTS (SELECT 1 FROM submission m
    WHERE m.office_id = s.office_id AND m.form = s.form AND m.period = s.period AND m.number > s.number AND m.approved_revision IS NOT NULL)
), revised AS (
  SELECT f.id, f.office_id, f.form, f.period, left(f.period, 4)::int AS year, r.n, r.body FROM filed f JOIN revision r ON r.submission_id = f.id AND r.n = f.n
), named AS (
  SELECT DISTINCT ON (office_id) office_id, short_name AS name FROM office_span WHERE "from" <= ($2::timestamptz AT TIME ZONE 'Asia/Makassar')::date ORDER BY office_id, "from" DESC
), catalogue AS (
  SELECT v.form, w.value AS w, w.value ->> 'id' AS line, w.value ->> 'parent' AS parent, w.value ->> 'group' AS grp,
         (w.value ->> 'from')::int AS since, COALESCE((w.value ->> 'to')::int, 9999) AS until, v.body
  FROM (SELECT DISTINCT ON (form) form, body FROM form_version ORDER BY form, version DESC) v, jsonb_array_elements(v.body -> 'rows') w
), cells AS (
  SELECT r.id, r.office_id, r.form, r.period, r.year, t.key AS tab, w.key AS line, c.key AS field, c.value #>> '{}' AS said,
         CASE WHEN c.value #>> '{}' ~ '^-?\d+(\.\d+)?$' THEN (c.value #>> '{}')::numeric END AS number
  FROM revised r, jsonb_each(r.body -> 'answers') t, jsonb_each(t.value) w, jsonb_each(w.value) c
  WHERE r.form IN ('spm/triwulan', 'lkpj/tahunan')
), rows AS (
  SELECT id, office_id, form, period, year, tab, line, max(said) FILTER (WHERE field = '$parent') AS parent, max(said) FILTER (WHERE field = 'state') AS state,
         max(number) FILTER (WHERE field = 'due') AS due, max(number) FILTER (WHERE field = 'served') AS served,
         max(number) FILTER (WHERE field = 'required') AS required, max(number) FILTER (WHERE field = 'met') AS met,
         COALESCE(max(number) FILTER (WHERE field = 'after'), max(number) FILTER (WHERE field = 'before')) AS budget,
         max(number) FILTER (WHERE field = 'spent') AS spent, max(number) FILTER (WHERE field = 'target') AS target,
         max(number) FILTER (WHERE field = 'realization') AS realization
  FROM cells GROUP BY 1, 2, 3, 4, 5, 6, 7
),
-- SPM: 80 parts recipients, 20 parts quality, each at most 100; means of services, then of fields of government; nil is left out.
-- A row of the catalogue is of the years that it names: the same line may stand there once until 2023 and once from 2024.
quality AS MATERIALIZED (
  SELECT q.id, k.parent AS line, CASE WHEN bool_and(q.met IS NOT NULL AND q.required > 0) THEN avg(LEAST(100, q.met / NULLIF(q.required, 0) * 100)) END AS mean
  FROM rows q JOIN catalogue k ON k.form = q.form AND k.line = q.line AND q.year BETWEEN k.since AND k.until
  WHERE q.form = 'spm/triwulan' AND q.tab = 'quality' AND q.state IS NULL GROUP BY 1, 2
), service AS MATERIALIZED (
  SELECT r.period, r.year, split_part(c.grp, '.', 1) AS field,
         CASE WHEN r.served IS NOT NULL AND r.due > 0 THEN LEAST(100, r.served / r.due * 100) END * 0.8 + 0.2 * q.mean AS index
  FROM rows r JOIN catalogue c ON c.form = r.form AND c.line = r.line AND r.year BETWEEN c.since AND c.until
  LEFT JOIN quality q ON q.id = r.id AND q.line = r.line
  WHERE r.form = 'spm/triwulan' AND r.tab = 'recipients' AND r.state IS NULL
), field AS (SELECT period, year, field, avg(index) AS index FROM service WHERE index IS NOT NULL GROUP BY 1, 2, 3
), quarter AS (
  SELECT 'indeks-spm' AS chart, period, year, avg(index) AS value FROM field GROUP BY 2, 3
  UNION ALL SELECT 'capaian-kinerja', r.period, r.year, avg(f.value) FROM revised r JOIN figure f ON f.submission_id = r.id AND f.n = r.n
  WHERE r.form = 'sakip/pengukuran-triwulan' AND f.code = 'sakip.office' AND f."row" = '' AND f.value IS NOT NULL GROUP BY 2, 3
),
-- LKPJ: a share is divided once; physical achievement is a mean of means, of sub-activities, activities and programmes.
sub AS MATERIALIZED (
  SELECT r.*, (SELECT avg(i.realization / NULLIF(i.target, 0) * 100) FROM rows i WHERE i.id = r.id AND i.tab = 'indicators' AND i.parent = r.line) AS physical
  FROM rows r WHERE r.form = 'lkpj/tahunan' AND r.tab = 'subactivities'
), activity AS MATERIALIZED (
  SELECT r.id, r.line, r.parent, sum(s.budget) AS budget, sum(s.spent) AS spent, avg(s.physical) AS physical
  FROM rows r LEFT JOIN sub s ON s.id = r.id AND s.parent = r.line WHERE r.form = 'lkpj/tahunan' AND r.tab = 'activities' GROUP BY 1, 2, 3
), program AS (
  SELECT r.id, r.office_id, r.year, sum(a.budget) AS budget, sum(a.spent) AS spent, avg(a.physical) AS physical
  FROM rows r LEFT JOIN activity a ON a.id = r.id AND a.parent = r.line WHERE r.form = 'lkpj/tahunan' AND r.tab = 'programs' GROUP BY r.id, r.office_id, r.year, r.line
), office AS (
  SELECT office_id, year, sum(spent) / NULLIF(sum(budget), 0) * 100 AS absorption, avg(physical) AS physical FROM program GROUP BY 1, 2
), newest AS (SELECT max(year) AS year FROM office WHERE year <= $1),
-- LPPD: what an indicator came to is proved elsewhere; here how many are better and worse than a year before; of several offices, by their counts together.
ikk AS (
  SELECT r.year, f."row" AS line, COALESCE(sum(f.numerator) / NULLIF(sum(f.denominator), 0), min(f.value)) AS value FROM revised r JOIN figure f ON f.submission_id = r.id AND f.n = r.n
  WHERE r.form = 'lppd/tahunan' AND f.code = 'lppd.ikk' AND f.value IS NOT NULL GROUP BY 1, 2
), reached AS (
  SELECT r.year, r.office_id, count(f.value) AS measured, count(*) FILTER (WHERE f.value >= 100) AS reached
  FROM revised r JOIN figure f ON f.submission_id = r.id AND f.n = r.n WHERE r.form = 'lppd/tahunan' AND f.code = 'lppd.achievement' GROUP BY 1, 2
), target_year AS (SELECT max(year) AS year FROM reached WHERE year <= $1 AND measured > 0),
-- In time: the first submission was before the deadline, as it was extended.
due AS (
  SELECT split_part(b.form, '/', 1) AS type, b.form, b.period, COALESCE(b.extended_to, b.due_at) AS due,
         (SELECT min(e.at) FROM submission s JOIN event e ON e.stream = 'submission/' || s.id AND e.type = 'submission.submitted'
          WHERE s.office_id = b.office_id AND s.form = b.form AND s.period = b.period AND s.origin = 'filed') AS first
  FROM obligation b WHERE NOT b.practice AND left(b.period, 4)::int IN ($1, $1 - 1)
), decided AS (
  SELECT s.report_type AS type, to_char(d.at AT TIME ZONE 'Asia/Makassar', 'YYYY-MM') AS month, floor(extract(epoch FROM d.at - r.at)) AS seconds
  FROM submission s
  JOIN LATERAL (SELECT e.at, e.seq FROM event e WHERE e.stream = 'submission/' || s.id AND e.type = 'submission.approved' ORDER BY e.seq DESC LIMIT 1) d ON true
  JOIN LATERAL (SELECT max(e.at) AS at FROM event e WHERE e.stream = 'submission/' || s.id AND e.type = 'submission.submitted' AND e.seq < d.seq) r ON true
  WHERE s.origin = 'filed' AND NOT s.practice AND s.status = 'approved' AND left(s.period, 4)::int BETWEEN $1 - 2 AND $1
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY type, month ORDER BY seconds) AS at, count(*) OVER (PARTITION BY type, month) AS n FROM decided WHERE left(month, 4)::int = $1
), known AS (
  SELECT chart || '|' || year || '|' || right(period, 1) AS key, value FROM quarter WHERE year BETWEEN $1 - 2 AND $1
  UNION ALL SELECT 'serapan-fisik|' || v.side || '|' || n.name, v.value FROM office o JOIN newest y USING (year) JOIN named n USING (office_id),
    LATERAL (VALUES ('Serapan anggaran', absorption), ('Capaian fisik', physical)) v(side, value)
  UNION ALL SELECT 'target|' || r.year || '|' || n.name, r.reached * 100.0 / r.measured FROM reached r JOIN target_year y ON r.year IN (y.year, y.year - 1) JOIN named n USING (office_id)
    WHERE r.measured > 0
  UNION ALL SELECT 'ketepatan-' || d.type || '|' || v.part || '|' || d.form || ' ' || d.period, v.value FROM (
    SELECT type, form, period, count(*) FILTER (WHERE first <= due) AS on_time, count(*) FILTER (WHERE first > due) AS late, count(*) FILTER (WHERE first IS NULL) AS missing
    FROM due WHERE due < $2 GROUP BY 1, 2, 3) d,
    LATERAL (VALUES ('Tepat waktu', on_time), ('Terlambat dikirim', late), ('Belum dikirim', missing)) v(part, value)
  UNION ALL SELECT 'pemeriksaan-' || type || '|' || v.share || '|' || month, min(seconds) FILTER (WHERE at >= n * v.part) / 86400.0
    FROM ranked, LATERAL (VALUES ('Median', 0.5), ('Persentil ke-90', 0.9)) v(share, part) GROUP BY type, month, v.share, v.part
  UNION ALL SELECT 'ikk-tahun-lalu|' || CASE WHEN a.value = b.value THEN 'Tetap' WHEN (a.value > b.value) = (COALESCE(c.w ->> 'direction', 'higher') <> 'lower')
      THEN 'Membaik' ELSE 'Memburuk' END || '|semua', count(*)
    FROM ikk a JOIN ikk b ON b.line = a.line AND b.year = a.year - 1 JOIN catalogue c ON c.form = 'lppd/tahunan' AND c.line = a.line AND a.year BETWEEN c.since AND c.until
    WHERE a.year = (SELECT max(year) FROM ikk WHERE year <= $1) GROUP BY 1
)
SELECT key, value::text FROM known WHERE value IS NOT NULL
