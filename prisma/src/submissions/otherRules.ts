import type { FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { counts } from './counts.ts'

/** A report that counts with figures of another rule set than the one of its year. */
export interface OtherRules {
  form: FormId
  period: PeriodKey
  submission: string
  office: { id: string; name: string; shortName: string }
  /** `unlike`: its own rules no longer give what was frozen, so it keeps its figures; null: it is still to be computed. */
  outcome: 'unlike' | null
}

const figuresOfOtherRules = statement(
  'figures-of-other-rules',
  `SELECT s.form, s.period, s.id AS submission, c.outcome,
          json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name) AS office
   FROM submission s
   JOIN revision f ON f.submission_id = s.id AND f.n IN (s.approved_revision, s.latest_revision)
   JOIN counting_rule_set k ON left(s.period, 4)::int >= k.from_year AND left(s.period, 4)::int < k.before_year
   JOIN office_now o ON o.id = s.office_id
   LEFT JOIN recomputation c ON c.submission_id = s.id AND c.n = f.n AND c.rule_set = k.id
   WHERE s.form = ANY ($1) AND s.period = ANY ($2) AND s.origin = 'filed' AND NOT s.practice AND ${counts('$3', 'm.form = ANY ($1) AND m.period = ANY ($2)')}
     AND f.rule_set <> k.id AND c.outcome IS DISTINCT FROM 'computed'
   ORDER BY o.name, s.form, s.period, s.id`,
  rowOf<OtherRules>({
    form: col.text,
    period: col.text,
    submission: col.uuid,
    outcome: col.text.orNull,
    office: col.json.notNull('of NOT NULL columns'),
  }),
)

/** Those of these forms and periods; none of them once all were computed. */
export const otherRulesIn = (
  tx: Queryable,
  ask: { forms: readonly FormId[]; periods: readonly PeriodKey[]; provisional: boolean },
): Promise<OtherRules[]> => tx.query(figuresOfOtherRules, [ask.forms, ask.periods, ask.provisional])
