-- Every figure of the region again, from those of its offices in approved revisions, without any of the product's rules: written after
-- the regulations and the choices of the demo region (its first rule set). Quotients keep 34 decimal places, half away from zero.
-- Gives `key`: `<form> <period> <code> <row>`, and `value`.
WITH counted AS (
  SELECT f.form, f.period, f.office_id AS office, f.code, f."row", f.band, f.value::numeric(80, 40) AS value,
         f.numerator::numeric(80, 40) AS num, f.denominator::numeric(80, 40) AS den,
         COALESCE((f.derivation #>> '{params,factor}')::numeric, 100) AS factor
  FROM figure f
  JOIN submission s ON s.id = f.submission_id AND s.approved_revision = f.n
  JOIN revision r ON r.submission_id = f.submission_id AND r.n = f.n AND r.rule_set = f.rule_set
  WHERE s.origin = 'filed' AND NOT s.practice AND s.period LIKE '2025%' AND f.value IS NOT NULL
    AND f."row" !~ '^[0-9a-f]{8}-[0-9a-f]{4}-7'
    AND NOT EXISTS (SELECT 1 FROM submission m WHERE m.office_id = s.office_id AND m.form = s.form AND m.period = s.period
      AND m.number > s.number AND m.approved_revision IS NOT NULL)
), catalogue AS (
  SELECT w.value ->> 'id' AS line, split_part(w.value ->> 'group', '.', 1) AS field
  FROM (SELECT body FROM form_version WHERE form = 'spm/triwulan' ORDER BY version DESC LIMIT 1) v, jsonb_array_elements(v.body -> 'rows') w
  WHERE w.value ->> 'table' = 'recipients' AND (w.value ->> 'from')::int <= 2025 AND COALESCE((w.value ->> 'to')::int, 9999) >= 2025
), field AS (
  SELECT f.period, c.field, round(sum(f.value) / count(*), 34)::numeric(80, 40) AS index
  FROM counted f JOIN catalogue c ON c.line = f."row" WHERE f.code = 'spm.index' GROUP BY 1, 2
), urusan AS (
  SELECT period, "row", sum(value) FILTER (WHERE code = 'lkpj.before') AS before, sum(value) FILTER (WHERE code = 'lkpj.budget') AS budget,
         sum(value) FILTER (WHERE code = 'lkpj.spent') AS spent, sum(num) FILTER (WHERE code = 'lkpj.absorption') AS num,
         sum(den) FILTER (WHERE code = 'lkpj.absorption') AS den,
         round(sum(value) FILTER (WHERE code = 'lkpj.physical') / NULLIF(count(*) FILTER (WHERE code = 'lkpj.physical'), 0), 34)::numeric(80, 40) AS physical
  FROM counted WHERE form = 'lkpj/tahunan' AND "row" <> '' AND code LIKE 'lkpj.%' GROUP BY 1, 2
), region AS (
  SELECT * FROM urusan UNION ALL
  SELECT period, '', sum(before), sum(budget), sum(spent), sum(num), sum(den), sum(physical) / NULLIF(count(physical), 0) FROM urusan GROUP BY 1
), line AS (
  SELECT v.form, w.value ->> 'id' AS id, w.value ->> 'parent' AS parent
  FROM (SELECT DISTINCT ON (form) form, body FROM form_version ORDER BY form, version DESC) v, jsonb_array_elements(v.body -> 'rows') w
  WHERE (w.value ->> 'from')::int <= 2025 AND COALESCE((w.value ->> 'to')::int, 9999) >= 2025
), own(form, items, lists) AS ( -- of each root row, without the rows below it: SPM asks five things of a service; lists that everybody has
  VALUES ('spm/triwulan', 6, 0), ('lppd/tahunan', 1, 1), ('lppd/makro', 1, 0), ('lkpj/tahunan', 0, 2), ('lkpj/apbd', 0, 0), ('lkpj/rekomendasi', 0, 2),
    ('sakip/indikator', 0, 1), ('sakip/perjanjian-kinerja', 1, 1), ('sakip/pengukuran-triwulan', 0, 0), ('sakip/lkjip', 1, 0), ('sakip/evaluasi', 0, 0)
), given AS ( -- what offices said of 2025 that gives rows to other reports: the number of a form that counts, else the one that was submitted
  SELECT DISTINCT ON (s.office_id, s.form) s.office_id AS office, s.form, r.body -> 'answers' AS said
  FROM submission s JOIN revision r ON r.submission_id = s.id AND r.n = COALESCE(s.approved_revision, s.latest_revision)
  WHERE s.period = '2025' AND (s.approved_revision IS NOT NULL OR s.status IN ('submitted', 'in-review', 'second-review'))
  ORDER BY s.office_id, s.form, s.approved_revision IS NULL, s.number DESC
), agreed AS (
  SELECT r.office, a.office IS NOT NULL AS agreed, (SELECT count(*) FROM jsonb_object_keys(r.said -> 'objectives') k WHERE r.said #>> ARRAY['objectives', k, '$parent'] IS NOT NULL) AS objectives,
    (SELECT count(*) FROM jsonb_each(r.said -> 'indicators') i WHERE i.value ->> 'agreed' = 'true' AND r.said -> 'objectives' ? (i.value ->> '$parent')) AS indicators,
    (SELECT count(*) FROM jsonb_object_keys(a.said -> 'programs')) AS programs
  FROM given r LEFT JOIN given a ON a.office = r.office AND a.form = 'sakip/perjanjian-kinerja' WHERE r.form = 'sakip/indikator'
), further(form, office, items) AS ( -- two of each indicator of an agreement: its target and its actions
  SELECT 'sakip/perjanjian-kinerja', office, indicators * 2 FROM agreed
  UNION ALL SELECT 'sakip/pengukuran-triwulan', office, indicators + programs FROM agreed WHERE agreed
  UNION ALL SELECT 'sakip/lkjip', office, objectives + programs FROM agreed WHERE agreed
  UNION ALL SELECT 'lkpj/tahunan', (a.value ->> 'office')::uuid, count(DISTINCT a.value ->> '$parent')
  FROM given g, jsonb_each(g.said -> 'addressees') a WHERE g.form = 'lkpj/rekomendasi' GROUP BY 2
), silent AS ( -- who owes a report of which nothing counts, and how many items it would ask for; not where the one before it is missing
  SELECT b.form, b.period, b.office_id AS office, o.lists + COALESCE((
      SELECT sum(o.items + (SELECT count(*) FROM line c WHERE c.form = b.form AND c.parent = l.id)) FROM line l
      WHERE l.form = b.form AND l.parent IS NULL AND EXISTS (SELECT 1 FROM row_assignment a WHERE a.office_id = b.office_id AND a.form = b.form
        AND a."row" IN (l.id, '*') AND a.from_year <= 2025 AND COALESCE(a.to_year, 9999) >= 2025)), 0)
    + COALESCE(m.items, 0) AS items
  FROM obligation b JOIN own o ON o.form = b.form LEFT JOIN further m ON m.form = b.form AND m.office = b.office_id
  WHERE b.period LIKE '2025%' AND NOT EXISTS (SELECT 1 FROM counted f WHERE f.office = b.office_id AND f.form = b.form AND f.period = b.period AND f.code = 'completeness')
    AND (m.items IS NOT NULL OR b.form NOT IN ('sakip/perjanjian-kinerja', 'sakip/pengukuran-triwulan', 'sakip/lkjip'))
), items AS (
  SELECT form, period, num, den FROM counted WHERE code = 'completeness' AND "row" = ''
  UNION ALL SELECT form, period, 0, items FROM silent
), scale(form, code, choice) AS (
  VALUES ('sakip/pengukuran-triwulan', 'sakip.office', 'scale'), ('sakip/lkjip', 'sakip.office', 'scale'), ('sakip/evaluasi', 'sakip.score', 'predicate')
), category AS (
  SELECT s.form, s.code, r.scale ->> 'id' AS scale, b.value ->> 'id' AS band
  FROM scale s, LATERAL (SELECT body -> 'sakip' -> s.choice AS scale FROM rule_set WHERE status = 'approved' ORDER BY year, version LIMIT 1) r,
    jsonb_array_elements(r.scale -> 'bands') b
), known(form, period, code, "row", value) AS (
  SELECT form, period, 'completeness', '', sum(num) * 100 / NULLIF(sum(den), 0) FROM items GROUP BY 1, 2
  UNION ALL SELECT form, period, code, '', sum(num) * 100 / NULLIF(sum(den), 0) FROM counted
  WHERE "row" = '' AND code = 'sakip.absorption' AND form LIKE 'sakip/%' GROUP BY 1, 2, 3
  UNION ALL SELECT form, period, code, '', sum(value) FROM counted
  WHERE "row" = '' AND code IN ('sakip.budget', 'sakip.spent', 'sakip.remaining') GROUP BY 1, 2, 3
  UNION ALL SELECT form, period, CASE WHEN "row" <> '' THEN 'sakip.regionPart' WHEN code = 'sakip.office' THEN 'sakip.region'
      WHEN code = 'sakip.score' THEN 'sakip.regionScore' ELSE 'sakip.regionOwnScore' END, "row", sum(value) / count(*)
  FROM counted WHERE code = 'sakip.score' OR ("row" = '' AND code IN ('sakip.office', 'sakip.ownScore')) GROUP BY form, period, code, "row"
  UNION ALL SELECT c.form, p.period, 'sakip.officesIn', lower(c.scale || '-' || c.band),
      (SELECT count(*) FROM counted f WHERE f.form = c.form AND f.period = p.period AND f.code = c.code AND f."row" = '' AND f.band ->> 'id' = c.band)
  FROM category c JOIN (SELECT DISTINCT form, period, code FROM counted WHERE "row" = '') p ON p.form = c.form AND p.code = c.code
  UNION ALL SELECT form, period, code, "row", CASE count(*) WHEN 1 THEN min(value) ELSE sum(num) * min(factor) / NULLIF(sum(den), 0) END
  FROM counted WHERE code IN ('lppd.ikk', 'lppd.macro', 'lppd.change', 'spm.index') GROUP BY 1, 2, 3, 4
  UNION ALL SELECT 'spm/triwulan', period, 'spm.urusanIndex', field, index FROM field
  UNION ALL SELECT 'spm/triwulan', period, 'spm.regionIndex', '', sum(index) / count(*) FROM field GROUP BY period
  UNION ALL SELECT 'lkpj/tahunan', r.period, 'lkpj.' || v.code, r."row", v.value FROM region r,
    LATERAL (VALUES ('before', before), ('budget', budget), ('spent', spent), ('absorption', num * 100 / NULLIF(den, 0)), ('physical', physical)) v(code, value)
  UNION ALL SELECT form, period, code, "row", value FROM counted WHERE form = 'lkpj/apbd' AND code <> 'completeness'
)
SELECT form || ' ' || period || ' ' || code || ' ' || "row" AS key, round(value, 34)::text AS value FROM known WHERE value IS NOT NULL ORDER BY 1
