-- Every number of an edition's tables again, from the answers of approved revisions, without any of the product's rules: written after
-- the regulations and the choices of the demo region (its first rule set). What comes from SAKIP's measurement is taken as it was stored.
-- Gives `key`: `<form> <period> <code> <row> <office>` of a figure (without office: of the region), with its side where it is the
-- numerator or denominator, or `<submission> <n> <pointer>` of an answer; and `value`.
WITH approved AS (
  SELECT s.id, s.office_id::text AS office, s.form, s.period, r.n, r.body
  FROM submission s JOIN revision r ON r.submission_id = s.id AND r.n = s.approved_revision
  WHERE s.origin = 'filed' AND NOT s.practice AND s.period LIKE '2025%'
    AND NOT EXISTS (SELECT 1 FROM submission m WHERE m.office_id = s.office_id AND m.form = s.form AND m.period = s.period
      AND m.number > s.number AND m.approved_revision IS NOT NULL)
), cells AS (
  SELECT a.id, a.office, a.form, a.period, a.n, t.key AS tab, w.key AS line, c.key AS field, c.value #>> '{}' AS said,
         CASE WHEN c.value #>> '{}' ~ '^-?\d+(\.\d+)?$' THEN (c.value #>> '{}')::numeric END AS number
  FROM approved a, jsonb_each(a.body -> 'answers') t, jsonb_each(t.value) w, jsonb_each(w.value) c
), rows AS (
  SELECT id, office, form, period, n, tab, line, max(said) FILTER (WHERE field = '$parent') AS parent,
         max(said) FILTER (WHERE field = 'code') AS code, max(number) FILTER (WHERE field = 'before') AS before,
         COALESCE(max(number) FILTER (WHERE field = 'after'), max(number) FILTER (WHERE field = 'before')) AS budget,
         max(number) FILTER (WHERE field = 'spent') AS spent, max(number) FILTER (WHERE field = 'realized') AS realized,
         max(number) FILTER (WHERE field = 'target') AS target, max(number) FILTER (WHERE field = 'realization') AS realization,
         max(number) FILTER (WHERE field = 'numerator') AS num, max(number) FILTER (WHERE field = 'denominator') AS den,
         max(number) FILTER (WHERE field = 'value') AS value, max(number) FILTER (WHERE field = 'current') AS current,
         max(number) FILTER (WHERE field = 'previous') AS previous, max(number) FILTER (WHERE field = 'planned') AS planned,
         max(number) FILTER (WHERE field = 'due') AS due, max(number) FILTER (WHERE field = 'served') AS served,
         max(number) FILTER (WHERE field = 'required') AS required, max(number) FILTER (WHERE field = 'met') AS met,
         max(said) FILTER (WHERE field = 'methodChanged') AS method, max(said) FILTER (WHERE field = 'state') AS state
  FROM cells GROUP BY 1, 2, 3, 4, 5, 6, 7
), catalogue AS (
  SELECT v.form, w.value AS w, w.value ->> 'id' AS line, w.value ->> 'parent' AS parent, w.value ->> 'group' AS grp
  FROM (SELECT DISTINCT ON (form) form, body FROM form_version ORDER BY form, version DESC) v, jsonb_array_elements(v.body -> 'rows') w
  WHERE (w.value ->> 'from')::int <= 2025 AND COALESCE((w.value ->> 'to')::int, 9999) >= 2025
),
-- LKPJ: money is typed at sub-activities and added up; a share is divided once; physical achievement is a mean of means.
indicator AS (SELECT id, parent, realization / NULLIF(target, 0) * 100 AS achieved FROM rows WHERE form = 'lkpj/tahunan' AND tab = 'indicators'),
sub AS (
  SELECT r.id, r.office, r.parent, r.before, r.budget, r.spent,
         (SELECT avg(i.achieved) FROM indicator i WHERE i.id = r.id AND i.parent = r.line) AS physical
  FROM rows r WHERE r.form = 'lkpj/tahunan' AND r.tab = 'subactivities'
), activity AS (
  SELECT r.id, r.office, r.line, r.parent, sum(s.before) AS before, sum(s.budget) AS budget, sum(s.spent) AS spent, avg(s.physical) AS physical
  FROM rows r LEFT JOIN sub s ON s.id = r.id AND s.parent = r.line WHERE r.form = 'lkpj/tahunan' AND r.tab = 'activities' GROUP BY 1, 2, 3, 4
), program AS (
  SELECT r.id, r.office, r.line, lower(substring(r.code FROM '^[0-9X]\.(?:[0-9]{2}|XX)')) AS urusan,
         sum(a.before) AS before, sum(a.budget) AS budget, sum(a.spent) AS spent, avg(a.physical) AS physical
  FROM rows r LEFT JOIN activity a ON a.id = r.id AND a.parent = r.line WHERE r.form = 'lkpj/tahunan' AND r.tab = 'programs' GROUP BY 1, 2, 3, 4
), office_urusan AS (
  SELECT office, urusan, sum(before) AS before, sum(budget) AS budget, sum(spent) AS spent, avg(physical) AS physical FROM program GROUP BY 1, 2
), urusan AS (
  SELECT urusan, sum(before) AS before, sum(budget) AS budget, sum(spent) AS spent, avg(physical) AS physical FROM office_urusan GROUP BY 1
), lkpj AS (
  SELECT line AS row, office, before, budget, spent, physical FROM activity
  UNION ALL SELECT line, office, before, budget, spent, physical FROM program
  UNION ALL SELECT '', office, sum(before), sum(budget), sum(spent), avg(physical) FROM program GROUP BY office
  UNION ALL SELECT urusan, '', before, budget, spent, physical FROM urusan
  UNION ALL SELECT '', '', sum(before), sum(budget), sum(spent), avg(physical) FROM urusan
),
-- The budget of the region: lines, their parts, and what follows from these.
line AS (SELECT r.line AS row, c.parent, r.before, r.budget, r.realized FROM rows r JOIN catalogue c ON c.form = r.form AND c.line = r.line
  WHERE r.form = 'lkpj/apbd' AND r.tab = 'lines'),
part AS (SELECT l.parent AS row, c.grp, sum(l.before) AS before, sum(l.budget) AS budget, sum(l.realized) AS realized
  FROM line l JOIN catalogue c ON c.form = 'lkpj/apbd' AND c.line = l.parent GROUP BY 1, 2),
total AS (
  SELECT 'jumlah-' || grp AS row, sum(before) AS before, sum(budget) AS budget, sum(realized) AS realized FROM part
  WHERE grp IN ('pendapatan', 'belanja') GROUP BY grp
), net AS (
  SELECT 'surplus' AS row, a.before - b.before AS before, a.budget - b.budget AS budget, a.realized - b.realized AS realized
  FROM total a, total b WHERE a.row = 'jumlah-pendapatan' AND b.row = 'jumlah-belanja'
  UNION ALL SELECT 'pembiayaan-neto', a.before - b.before, a.budget - b.budget, a.realized - b.realized
  FROM part a, part b WHERE a.row = 'penerimaan-pembiayaan' AND b.row = 'pengeluaran-pembiayaan'
), apbd AS (
  SELECT row, before, budget, realized FROM line UNION ALL SELECT row, before, budget, realized FROM part
  UNION ALL SELECT * FROM total UNION ALL SELECT * FROM net
  UNION ALL SELECT 'silpa', sum(before), sum(budget), sum(realized) FROM net
),
-- LPPD: an indicator by its formula; of several offices numerators and denominators are added and divided once.
ikk AS (
  SELECT r.line AS row, c.w #>> '{formula,kind}' AS kind, r.num, r.den, r.value, r.current, r.previous, r.planned, r.realized,
         COALESCE((c.w #>> '{formula,factor}')::numeric, CASE c.w #>> '{formula,kind}' WHEN 'ratio' THEN 100 ELSE 1 END) AS factor,
         CASE c.w #>> '{formula,sense}' WHEN 'fall' THEN -1 ELSE 1 END AS sign
  FROM rows r JOIN catalogue c ON c.form = r.form AND c.line = r.line
  WHERE r.form = 'lppd/tahunan' AND r.tab = 'indicators' AND r.state IS NULL
), ikk_value AS (
  SELECT row, sum(num) AS num, sum(den) AS den, CASE
    WHEN min(kind) IN ('ratio', 'quotient', 'average') THEN sum(num) / NULLIF(sum(den), 0) * min(factor)
    WHEN min(kind) = 'direct' THEN min(value)
    WHEN min(kind) = 'growth' THEN min((current - previous) / NULLIF(previous, 0) * 100 * sign)
    WHEN min(kind) = 'deviation' THEN min(abs(planned - realized) / NULLIF(planned, 0) * 100) END AS value
  FROM ikk GROUP BY row
),
-- A checklist is the share of what is met; a composite its parts together; a category the value of its step.
checklist AS (
  SELECT c.parent AS row, count(*) FILTER (WHERE m.said = 'true')::numeric AS num, count(*)::numeric AS den
  FROM catalogue c JOIN cells m ON m.form = c.form AND m.tab = 'checks' AND m.line = c.line AND m.field = 'met'
  WHERE c.form = 'lppd/tahunan' AND c.w ->> 'table' = 'checks' GROUP BY 1
), composite AS (
  SELECT c.parent AS row, CASE min(p.w #>> '{formula,combine}') WHEN 'sum' THEN sum(r.value)
      WHEN 'weighted' THEN sum(r.value * k.weight) / NULLIF(sum(k.weight), 0) ELSE avg(r.value) END AS value
  FROM catalogue c JOIN rows r ON r.form = c.form AND r.tab = 'parts' AND r.line = c.line
  JOIN catalogue p ON p.form = c.form AND p.line = c.parent
  LEFT JOIN LATERAL (SELECT COALESCE(max(w.number), NULLIF(c.w #>> '{attrs,weight}', 'input')::numeric) AS weight
    FROM cells w WHERE w.id = r.id AND w.tab = 'parts' AND w.line = r.line AND w.field = 'weight') k ON true
  WHERE c.form = 'lppd/tahunan' AND c.w ->> 'table' = 'parts' GROUP BY 1
), category AS (
  SELECT s.line AS row, (o.value ->> 'value')::numeric AS value
  FROM cells s JOIN catalogue c ON c.form = s.form AND c.line = s.line
  JOIN LATERAL jsonb_array_elements((SELECT body -> 'ordinals' FROM rule_set WHERE status = 'approved' ORDER BY year, version LIMIT 1)
    -> (c.w #>> '{formula,scale}')) o ON o.value ->> 'id' = s.said
  WHERE s.form = 'lppd/tahunan' AND s.tab = 'indicators' AND s.field = 'step'
),
-- SPM: 80 parts recipients, 20 parts quality, each at most 100; means of services, then of fields of government; nil is left out.
service AS (
  SELECT r.office, r.period, r.line, r.due, r.served, LEAST(100, r.served / NULLIF(r.due, 0) * 100) AS recipients,
    (SELECT avg(LEAST(100, q.met / q.required * 100)) FROM rows q JOIN catalogue c ON c.form = q.form AND c.line = q.line
     WHERE q.id = r.id AND q.tab = 'quality' AND c.parent = r.line AND q.state IS NULL AND q.required > 0) AS quality
  FROM rows r WHERE r.form = 'spm/triwulan' AND r.tab = 'recipients' AND r.state IS NULL
), spm AS (SELECT *, recipients * 0.8 + quality * 0.2 AS index FROM service),
field AS (
  SELECT s.period, split_part(c.grp, '.', 1) AS row, avg(s.index) AS index FROM spm s JOIN catalogue c ON c.form = 'spm/triwulan' AND c.line = s.line GROUP BY 1, 2
),
macro AS (SELECT line AS row, current, (current - previous) / NULLIF(previous, 0) * 100 AS change, method FROM rows WHERE form = 'lppd/makro' AND tab = 'macro'),
known AS (
  SELECT 'lkpj/tahunan 2025 lkpj.' || v.code || ' ' || l.row || ' ' || l.office AS key, v.value FROM lkpj l,
    LATERAL (VALUES ('before', before), ('budget', budget), ('spent', spent), ('absorption', spent / NULLIF(budget, 0) * 100), ('physical', physical)) v(code, value)
  UNION ALL SELECT 'lkpj/apbd 2025 lkpj.' || v.code || ' ' || a.row || ' ', v.value FROM apbd a,
    LATERAL (VALUES ('before', before), ('budget', budget), ('realized', realized), ('realization', realized / NULLIF(budget, 0) * 100)) v(code, value)
  UNION ALL SELECT 'lppd/tahunan 2025 lppd.ikk ' || i.row || ' ' || v.side, v.value FROM ikk_value i,
    LATERAL (VALUES ('', value), (' numerator', num), (' denominator', den)) v(side, value) WHERE v.value IS NOT NULL
  UNION ALL SELECT 'lppd/tahunan 2025 lppd.ikk ' || c.row || ' ' || v.side, v.value FROM checklist c,
    LATERAL (VALUES ('', num / NULLIF(den, 0) * 100), (' numerator', num), (' denominator', den)) v(side, value)
  UNION ALL SELECT 'lppd/tahunan 2025 lppd.ikk ' || row || ' ', value FROM composite
  UNION ALL SELECT 'lppd/tahunan 2025 lppd.ikk ' || row || ' ', value FROM category
  UNION ALL SELECT 'spm/triwulan ' || period || ' spm.urusanIndex ' || row || ' ', index FROM field
  UNION ALL SELECT 'spm/triwulan ' || period || ' spm.regionIndex  ', avg(index) FROM field GROUP BY period
  UNION ALL SELECT 'spm/triwulan ' || s.period || ' ' || v.key, v.value FROM spm s,
    LATERAL (VALUES ('spm.recipients ' || line || ' ' || office, recipients), ('spm.recipients ' || line || ' ' || office || ' numerator', served),
      ('spm.recipients ' || line || ' ' || office || ' denominator', due), ('spm.quality ' || line || ' ' || office, quality),
      ('spm.index ' || line || ' ', index)) v(key, value)
  UNION ALL SELECT 'lppd/makro 2025 ' || v.key, v.value FROM macro m,
    LATERAL (VALUES ('lppd.macro ' || row || ' ', current), ('lppd.change ' || row || ' ', CASE WHEN method = 'true' THEN NULL ELSE change END)) v(key, value)
  UNION ALL SELECT id || ' ' || n || ' /' || tab || '/' || line || '/' || field, number FROM cells WHERE number IS NOT NULL
), stored AS (
  SELECT f.form || ' ' || f.period || ' ' || f.code || ' ' || f."row" || ' ' || f.office_id AS key, f.value
  FROM figure f JOIN submission s ON s.id = f.submission_id AND s.approved_revision = f.n WHERE f.period LIKE '2025%' AND f.value IS NOT NULL
    AND (f.form = 'sakip/lkjip' OR (f.form = 'lppd/tahunan' AND f.code <> 'lppd.ikk'))
)
SELECT key, round(value, 8)::text AS value, 'computed' AS how FROM known WHERE value IS NOT NULL
UNION ALL SELECT key, round(value, 8)::text, 'stored' FROM stored
