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
), scale(form, code, choice) AS (
  VALUES ('sakip/pengukuran-triwulan', 'sakip.office', 'scale'), ('sakip/lkjip', 'sakip.office', 'scale'), ('sakip/evaluasi', 'sakip.score', 'predicate')
), category AS (
  SELECT s.form, s.code, r.scale ->> 'id' AS scale, b.value ->> 'id' AS band
  FROM scale s, LATERAL (SELECT body -> 'sakip' -> s.choice AS scale FROM rule_set WHERE status = 'approved' ORDER BY year, version LIMIT 1) r,
    jsonb_array_elements(r.scale -> 'bands') b
), known(form, period, code, "row", value) AS (
  SELECT form, period, code, '', sum(num) * 100 / NULLIF(sum(den), 0) FROM counted
  WHERE "row" = '' AND (code = 'completeness' OR (code = 'sakip.absorption' AND form LIKE 'sakip/%')) GROUP BY 1, 2, 3
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
