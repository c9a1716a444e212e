import { type Answers, type FormId, type Kind, kinds, type PeriodKey, type Source } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import type { FormBasis } from './formBasis.ts'

/** One form that another reads, by the name it has there. */
export interface WantedSource {
  name: string
  form: FormId
  period: PeriodKey
  of?: 'own' | 'region'
  /** The codes of its figures that are taken over. */
  figures?: readonly string[]
}

/** Which submission serves a source: its approved revision, else the submitted one, else that from before the system, else (to its own office) the draft. */
export interface PickedSource extends WantedSource {
  submission: string
  officeId: string
  status: Exclude<Source['status'], 'given'>
  /** Of the submission as it is now; a revision keeps its own. */
  formVersion: number
  plan: FormBasis['plan'] | null
  /** Of a draft: the number of its last change. */
  version: number
  /** Null for a draft. */
  n: number | null
  sha256: string | null
}

/** The forms a kind reads in a period; `rows`: only those from which it takes rows, and no more of them. Forms without a kind are not there yet. */
export const wantedSources = (kind: Kind, period: PeriodKey, which: 'all' | 'rows' = 'all'): WantedSource[] => {
  const giving = new Set(
    Object.values(kind.tables).flatMap(({ rows }) => (rows.from === 'source' ? [rows.source] : [])),
  )
  return Object.entries(kind.sources(period))
    .filter(([name, { form }]) => kinds[form] !== undefined && (which === 'all' || giving.has(name)))
    .map(([name, { figures, ...source }]) => ({ name, ...source, ...(which === 'all' && figures && { figures }) }))
}

/** A source reads others in its turn: what was given for the form itself is given for its sources too. */
export const handedOn = (
  source: WantedSource,
  wanted: WantedSource[],
  given: Record<string, Answers>,
): Record<string, Answers> =>
  Object.fromEntries(
    wantedSources(kinds[source.form]!, source.period).flatMap(({ name, form, period }) => {
      const same = wanted.find(w => w.form === form && w.period === period && given[w.name] !== undefined)
      return same ? [[name, given[same.name]!] as const] : []
    }),
  )

const standing = `CASE WHEN s.origin = 'archive' THEN 3 WHEN s.approved_revision IS NOT NULL THEN 1
  WHEN s.latest_revision IS NOT NULL AND s.status IN ('submitted', 'in-review', 'second-review') THEN 2 ELSE 4 END`

/** Of the wanted sources `k` those that are there for an office. SQL; own and regional ones apart, so that an office's own are found by its index. */
const picked = (office: string, drafts: string): string => `CROSS JOIN LATERAL (
     SELECT * FROM (
       SELECT s.*, ${standing} AS standing FROM submission s
       WHERE NOT k.region AND s.office_id = ${office} AND s.form = k.form AND s.period = k.period
       UNION ALL
       SELECT s.*, ${standing} FROM submission s WHERE k.region AND s.form = k.form AND s.period = k.period
     ) s
     WHERE s.standing < 4 OR (${drafts} AND s.office_id = ${office})
     ORDER BY s.standing, s.number DESC LIMIT 1
   ) s
   LEFT JOIN revision r ON r.submission_id = s.id
     AND r.n = CASE s.standing WHEN 1 THEN s.approved_revision WHEN 4 THEN NULL ELSE s.latest_revision END`

/** As JSON: so it is planned once. */
const wantedAs = 'jsonb_to_recordset($1::jsonb) AS k(name text, form text, period text, region boolean)'
const jsonOfWanted = (wanted: readonly WantedSource[]): string =>
  JSON.stringify(wanted.map(({ name, form, period, of }) => ({ name, form, period, region: of === 'region' })))

const sourcesPick = statement(
  'sources-pick',
  `SELECT k.name, s.id AS submission, s.office_id AS "officeId", s.version,
          s.form_version AS "formVersion", s.plan,
          (ARRAY['approved', 'handed-in', 'archive', 'draft'])[s.standing] AS status, r.n, r.sha256
   FROM ${wantedAs} ${picked('$2', '$3')}`,
  rowOf<Omit<PickedSource, keyof WantedSource> & { name: string }>({
    name: col.text.notNull('an office has a name'),
    submission: col.uuid.notNull('of NOT NULL columns'),
    officeId: col.uuid.notNull('of NOT NULL columns'),
    version: col.int4.notNull('of NOT NULL columns'),
    formVersion: col.int4.notNull('of NOT NULL columns'),
    plan: col.jsonb.orNull,
    status: col.text.notNull('of NOT NULL columns'),
    n: col.int4.orNull,
    sha256: col.text.orNull,
  }),
)

/**
 * Of numbered ones the highest of the best standing; values from before the system where the office submitted nothing itself.
 * Without `drafts` a form that was never submitted is not there.
 */
export const pickSources = async (
  tx: Queryable,
  office: string,
  wanted: WantedSource[],
  drafts: boolean,
): Promise<PickedSource[]> => {
  if (wanted.length === 0) return []
  const rows = await tx.query(sourcesPick, [jsonOfWanted(wanted), office, drafts])
  const byName = new Map(rows.map(row => [row.name, row]))
  return wanted.flatMap(w => {
    const row = byName.get(w.name)
    return row ? [{ ...w, ...row }] : []
  })
}

const sourcesOfOffices = statement(
  'sources-of-offices',
  `SELECT o.id AS office, array_agg(k.name ORDER BY k.name) AS names,
          string_agg(s.id || ' ' || COALESCE(r.sha256, s.version::text), ',' ORDER BY k.name) AS identity
   FROM unnest($2::uuid[]) AS o(id) CROSS JOIN ${wantedAs} ${picked('o.id', 'false')} GROUP BY o.id`,
  rowOf<SourcesOfOffice>({
    office: col.uuid.notNull('of a list without null'),
    names: col.texts.notNull('of at least one'),
    identity: col.text.notNull('of at least one'),
  }),
)

export interface SourcesOfOffice {
  office: string
  /** Those that are there. */
  names: string[]
  /** What they are, to the last change. */
  identity: string
}

/** Which of the wanted sources that were submitted are there for each of these offices; none is a missing office. */
export const pickSourcesOfOffices = (
  tx: Queryable,
  offices: readonly string[],
  wanted: WantedSource[],
): Promise<SourcesOfOffice[]> => tx.query(sourcesOfOffices, [jsonOfWanted(wanted), offices])
