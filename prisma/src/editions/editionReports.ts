import type { Figure, FormId, FrozenSection, PeriodKey, ReportStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { memory } from '../forms/memory.ts'
import { officeName } from '../offices/officeName.ts'
import { col, rowOf, statement } from '../statement.ts'
import { countingRevision, countingRules, counts } from '../submissions/counts.ts'

/** What is owed of a form for a period, with the approved revision that counts. */
export interface OwedOfEdition {
  form: FormId
  period: PeriodKey
  officeId: string
  name: string
  shortName: string
  status: ReportStatus
  submission: string | null
  dueAt: Date
  revision: { submission: string; n: number; sha256: string; at: string; ruleSet: string } | null
}

const owedSql = statement(
  'edition-owed',
  `SELECT b.form, b.period, b.office_id AS "officeId", o.name, o.short_name AS "shortName", b.status, b.submission_id AS submission,
          COALESCE(b.extended_to, b.due_at) AS "dueAt", k.revision
   FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS a(form, period, place)
   JOIN obligation b ON b.form = a.form AND b.period = a.period
   CROSS JOIN LATERAL ${officeName('b.office_id')} o
   LEFT JOIN LATERAL (
     SELECT json_build_object('submission', s.id, 'n', f.n, 'sha256', r.sha256, 'at', r.at, 'ruleSet', COALESCE(c.rule_set, r.rule_set)) AS revision
     FROM submission s ${countingRevision}
     JOIN revision r ON r.submission_id = s.id AND r.n = f.n
     ${countingRules}
     WHERE s.office_id = b.office_id AND s.form = b.form AND s.period = b.period AND s.origin = 'filed' AND NOT s.practice
       AND ${counts('false')}
   ) k ON true
   ORDER BY a.place, o.name, b.office_id`,
  rowOf<OwedOfEdition>({
    form: col.text,
    period: col.text,
    officeId: col.uuid,
    name: col.text.notNull('an office has a name'),
    shortName: col.text.notNull('an office has a name'),
    status: col.text,
    submission: col.uuid.orNull,
    dueAt: col.timestamptz.notNull('of a NOT NULL column'),
    revision: col.json.orNull,
  }),
)

/** By form and period as asked, then by office. */
export const owedOfEdition = (
  tx: Queryable,
  forms: readonly { form: FormId; period: PeriodKey }[],
): Promise<OwedOfEdition[]> => tx.query(owedSql, [forms.map(({ form }) => form), forms.map(({ period }) => period)])

const stateSql = statement(
  'edition-state',
  `SELECT md5(concat_ws(' ',
     (SELECT string_agg(a.form || a."row" || COALESCE(a.office_id::text, '') || a.from_year || COALESCE(a.to_year::text, ''), ' '
        ORDER BY a.id) FROM row_assignment a WHERE a.form = ANY ($1)),
     (SELECT string_agg(v.form || v.version, ' ' ORDER BY v.form, v.version) FROM form_version v WHERE v.form = ANY ($1)),
     (SELECT string_agg(r.id || r.status, ' ' ORDER BY r.id) FROM rule_set r),
     (SELECT string_agg(c.submission_id::text || c.n || c.rule_set || c.outcome, ' ' ORDER BY c.submission_id, c.n, c.rule_set) FROM recomputation c)
   )) AS state`,
  { state: col.text.notNull('of what is there') },
)

/** What else the figures of the region follow from: who owes what, catalogues, rule sets; another text once any of it is other. */
export const stateOfEdition = async (tx: Queryable, forms: readonly FormId[]): Promise<string> =>
  (await tx.query(stateSql, [forms]))[0]?.state ?? ''

interface Frozen {
  sections: FrozenSection[]
  figures: Figure[]
}
/** A revision never changes; of large ones a process keeps a region's. */
const known = memory<Frozen>(400)

const frozenSql = statement(
  'edition-frozen-reports',
  `SELECT k.submission || ' ' || k.n || ' ' || k.rule_set AS key, r.body -> 'sections' AS sections,
          (SELECT COALESCE(json_agg(json_build_object('code', f.code, 'row', f."row", 'value', f.value::text, 'why', f.why, 'raw', f.raw::text,
             'numerator', f.numerator::text, 'denominator', f.denominator::text, 'unit', f.unit, 'band', f.band, 'basis', f.basis,
             'derivation', f.derivation) ORDER BY f.code, f."row"), '[]')
           FROM figure f WHERE f.submission_id = k.submission AND f.n = k.n AND f.rule_set = k.rule_set) AS figures
   FROM unnest($1::uuid[], $2::int[], $3::text[]) AS k(submission, n, rule_set)
   JOIN revision r ON r.submission_id = k.submission AND r.n = k.n`,
  rowOf<Frozen & { key: string }>({
    key: col.text.notNull('of what was asked'),
    sections: col.jsonb.notNull('every frozen body has it'),
    figures: col.json.notNull('coalesced'),
  }),
)

type Of = NonNullable<OwedOfEdition['revision']>
const keyOf = ({ submission, n, ruleSet }: Of): string => `${submission} ${n} ${ruleSet}`

/** The sections and figures of approved revisions. */
export const readEditionReports = async (tx: Queryable, revisions: readonly Of[]): Promise<(of: Of) => Frozen> => {
  const found = new Map<string, Frozen>()
  const missing: Of[] = []
  for (const of of revisions) {
    const kept = known.get(keyOf(of))
    if (kept) found.set(keyOf(of), kept)
    else missing.push(of)
  }
  if (missing.length > 0) {
    const rows = await tx.query(frozenSql, [
      missing.map(({ submission }) => submission),
      missing.map(({ n }) => n),
      missing.map(({ ruleSet }) => ruleSet),
    ])
    for (const { key, ...frozen } of rows) found.set(key, known.set(key, frozen))
  }
  return of => found.get(keyOf(of)) ?? { sections: [], figures: [] }
}
