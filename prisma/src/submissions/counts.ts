/**
 * Which revision of a submission counts, and as what: a reopened report counts as approved until another revision is, and what
 * a Perubahan changes until the Perubahan is approved. So only a first number is ever provisional: it alone has nothing before it. SQL of `s` and the number `f.n`.
 * @param within SQL of `m`: of which forms and periods `s` is, so that the few later numbers are read once and not sought for each
 */
export const counts = (provisional: string, within?: string): string => `
  (s.approved_revision = f.n OR (${provisional} AND s.number = 1 AND s.approved_revision IS NULL AND s.latest_revision = f.n
    AND s.status IN ('submitted', 'in-review', 'second-review')))
  AND NOT EXISTS (SELECT 1 FROM submission m WHERE m.office_id = s.office_id AND m.form = s.form AND m.period = s.period
    AND m.number > s.number AND m.approved_revision IS NOT NULL${within === undefined ? '' : ` AND m.number > 1 AND ${within}`})`

/** The one revision of a submission `s` that can count, as `f.n`. */
export const countingRevision = 'CROSS JOIN LATERAL (SELECT COALESCE(s.approved_revision, s.latest_revision) AS n) f'

/**
 * Of each revision the figures under the rule set that counts for its year, once they are computed; until then, and where they
 * cannot be, those it was frozen with. Which set counts is joined, not asked for each figure: that took three quarters of a recap.
 */
export const countingRules = `
    LEFT JOIN counting_rule_set y ON left(s.period, 4)::int >= y.from_year AND left(s.period, 4)::int < y.before_year
    LEFT JOIN recomputation c ON c.submission_id = s.id AND c.n = f.n AND c.outcome = 'computed' AND c.rule_set = y.id`

/** Of no row that people added: no other office has it. */
export const ofSharedRow = `f."row" !~ '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$'`
