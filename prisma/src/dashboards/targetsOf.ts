import type { FormId, PeriodKey, TargetsOfOffice } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { countingRevision, countingRules, counts } from '../submissions/counts.ts'

const targets = statement(
  'targets-of-offices',
  `SELECT t.period, json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name) AS office, t.owed, t.measured, t.approved, t.reached, t.rules AS "ruleSet"
   FROM (
     SELECT s.period, s.office_id, count(*)::int AS owed, count(g.value)::int AS measured,
            count(g.value) FILTER (WHERE s.approved_revision = f.n)::int AS approved, count(*) FILTER (WHERE g.value >= 100)::int AS reached,
            string_agg(DISTINCT g.rule_set, ' ') AS rules
     FROM submission s ${countingRevision}
     JOIN revision r ON r.submission_id = s.id AND r.n = f.n
     ${countingRules}
     JOIN figure g ON g.submission_id = s.id AND g.n = f.n AND g.code = $3 AND g.rule_set = COALESCE(c.rule_set, r.rule_set)
     WHERE s.form = $1 AND s.period = ANY ($2) AND s.origin = 'filed' AND NOT s.practice AND ${counts('true', 'm.form = $1 AND m.period = ANY ($2)')}
     GROUP BY s.period, s.office_id
   ) t JOIN office_now o ON o.id = t.office_id ORDER BY t.period, o.name, o.id`,
  rowOf<TargetsOfOffice>({
    period: col.text.as<PeriodKey>(),
    office: col.json.notNull('of NOT NULL columns'),
    owed: col.int4.notNull('a count'),
    measured: col.int4.notNull('a count'),
    approved: col.int4.notNull('a count'),
    reached: col.int4.notNull('a count'),
    ruleSet: col.text.notNull('of at least one figure'),
  }),
)

/** Of each office: how many achievements (figures of this code, of 100 where the target was reached) its reports that count have. */
export const targetsOf = (
  tx: Queryable,
  { form, code, periods }: { form: FormId; code: string; periods: readonly PeriodKey[] },
): Promise<TargetsOfOffice[]> => tx.query(targets, [form, periods, code])
