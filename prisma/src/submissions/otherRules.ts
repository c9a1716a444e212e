import type { FormId, PeriodKey } from '@sepakat/rules'
import { officeName } from '../offices/officeName.ts'
import { col, rowOf, statement } from '../statement.ts'
import { countingRevision, counts } from './counts.ts'
import { type ReportsSeen, reportKey } from './reportsSeen.ts'

/** A report that counts with figures of another rule set than the one of its year. */
export interface OtherRules {
  form: FormId
  period: PeriodKey
  submission: string
  office: { id: string; name: string; shortName: string }
  /** `unlike`: its own rules no longer give what was frozen, so it keeps its figures; null: it is still to be computed. */
  outcome: 'unlike' | null
}

// The rule set of each is looked up, and names those of what is found: PostgreSQL takes hardly any for one of other rules, and would
// begin with all revisions there are, or go through all offices for each report.
const figuresOfOtherRules = statement(
  'figures-of-other-rules',
  `WITH found AS MATERIALIZED (
     SELECT s.form, s.period, s.id, s.office_id, c.outcome
     FROM submission s ${countingRevision}
     JOIN counting_rule_set k ON left(s.period, 4)::int >= k.from_year AND left(s.period, 4)::int < k.before_year
     LEFT JOIN recomputation c ON c.submission_id = s.id AND c.n = f.n AND c.rule_set = k.id
     WHERE s.form = ANY ($1) AND s.period = ANY ($2) AND s.origin = 'filed' AND NOT s.practice AND ${counts('$3', 'm.form = ANY ($1) AND m.period = ANY ($2)')}
       AND (SELECT r.rule_set FROM revision r WHERE r.submission_id = s.id AND r.n = f.n) <> k.id AND c.outcome IS DISTINCT FROM 'computed')
   SELECT l.form, l.period, l.id AS submission, l.outcome,
          json_build_object('id', l.office_id, 'name', o.name, 'shortName', o.short_name) AS office
   FROM found l CROSS JOIN LATERAL ${officeName('l.office_id')} o
   ORDER BY o.name, l.form, l.period, l.id`,
  rowOf<OtherRules>({
    form: col.text,
    period: col.text,
    submission: col.uuid,
    outcome: col.text.orNull,
    office: col.json.notNull('of NOT NULL columns'),
  }),
)

/** Those of each form and period; none of them once all were computed. */
export const otherRulesIn = (reports: ReportsSeen): Promise<(form: FormId, period: PeriodKey) => OtherRules[]> =>
  reports.each<OtherRules[]>('other rules', [], async ({ forms, periods, provisional }) =>
    Map.groupBy(await reports.tx.query(figuresOfOtherRules, [forms, periods, provisional]), reportKey),
  )
