import { kinds, type ReadForMove, rowWriter } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'
import type { SubmissionRecord } from './submission.ts'

type Hands = ReadForMove['hands']
const noHands: Hands = { clean: true, claimed: false, reviewed: false }
const inReview = ['signing', 'submitted', 'in-review', 'second-review']

/** What was read of a submission together with it; `hands` null where they do not matter. */
export interface KnownFacts {
  openNotes: number
  hands: Hands | null
}

/** The cells and rows (a field without a name) of evaluators, of every form: written in review, they leave his or her hands clean. */
const evaluatorCells: string[] = Object.values(kinds).flatMap(kind =>
  Object.entries(kind.tables).flatMap(([table, { fields }]) => {
    const own = Object.keys(fields).filter(field => fields[field]?.writer === 'evaluator')
    const written = rowWriter(kind, table) === 'evaluator' ? [...own, ''] : own
    return written.map(field => `${kind.form} ${table}/${field}`)
  }),
)
export const factValues = (person: string): unknown[] => [person, evaluatorCells]

/** Asked of the person, whatever the post, and of every key that he or she answers for or did; `$2`, `$3` are `factValues`. */
const handsOf = `(
  SELECT json_build_object(
    'clean', NOT (
      EXISTS (SELECT 1 FROM answer_change c WHERE c.submission_id = s.id AND c.actor = ANY (mine.actors)
              AND NOT (s.form || ' ' || c.table_id || '/' || c.field = ANY ($3::text[])))
      OR EXISTS (SELECT 1 FROM attachment a WHERE a.submission_id = s.id AND a.by = ANY (mine.actors))
      OR EXISTS (SELECT 1 FROM event e WHERE e.stream = 'submission/' || s.id AND e.actor = ANY (mine.actors)
                 AND e.type IN ('submission.submitted', 'submission.signed', 'submission.withdrawn', 'note.answered',
                                'contribution.given', 'contribution.done', 'reopening.requested'))),
    'claimed', (s.claimed_by = ANY (mine.actors)) IS TRUE,
    'reviewed', (s.reviewed_by = ANY (mine.actors)) IS TRUE)
  FROM (SELECT ARRAY(SELECT 'post:' || id FROM post WHERE person_id = $2
                     UNION ALL SELECT 'key:' || id FROM api_key WHERE owner_id = $2 OR $2 = ANY (former_owner_ids)) AS actors OFFSET 0) mine)`

/** Columns that read a submission `s` together with its `KnownFacts`; hands where `reviewing` says that they may matter. */
export const factColumns = (reviewing: string): string => `
  CASE WHEN s.latest_revision IS NULL THEN 0
    ELSE (SELECT count(*)::int FROM note m WHERE m.submission_id = s.id AND m.status = 'open') END AS "openNotes",
  CASE WHEN ${reviewing} AND s.status IN (${inReview.map(status => `'${status}'`).join(', ')}) THEN ${handsOf} END AS hands`

const factsHands = statement('facts-hands', `SELECT ${handsOf} AS hands FROM submission s WHERE s.id = $1`, {
  hands: col.json.as<Hands>().notNull('an EXISTS'),
})

export const readHands = async (
  tx: Queryable,
  { id }: Pick<SubmissionRecord, 'id'>,
  person: string,
): Promise<Hands> => {
  const [row] = await tx.query(factsHands, [id, ...factValues(person)])
  return row?.hands ?? noHands
}

/** What a person's moves of a submission are judged by, in addition to the submission itself. */
export const readFacts = async (
  tx: Queryable,
  submission: SubmissionRecord,
  { openNotes, hands: known }: KnownFacts,
): Promise<ReadForMove> => {
  const hands = known ?? noHands
  return { openNotes, hands, unticked: hands.claimed ? await countUnticked(tx, submission) : 0 }
}

/** The rows of the newest revision that declare a state (nil and the like), as anchors of rows. */
const declared = `SELECT DISTINCT '/' || t.key || '/' || r.key AS anchor
  FROM revision v, jsonb_each(v.body -> 'answers') t, jsonb_each(t.value) r
  WHERE v.submission_id = $1 AND v.n = $2 AND jsonb_typeof(r.value -> 'state') = 'string'
    AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(v.body -> 'findings') f
                    WHERE f ->> 'code' = 'not-in-form' AND (f ->> 'at' = '/' || t.key || '/' || r.key
                       OR starts_with(f ->> 'at', '/' || t.key || '/' || r.key || '/')))`

const factsUnticked = statement(
  'facts-unticked',
  `SELECT count(*)::int AS unticked FROM (${declared}) d
   WHERE NOT EXISTS (SELECT 1 FROM tick k WHERE k.submission_id = $1 AND k.n = $2 AND k.anchor = d.anchor)`,
  { unticked: col.int4.notNull('a count') },
)

const countUnticked = async (tx: Queryable, { id, latestRevision }: SubmissionRecord): Promise<number> => {
  const [row] = await tx.query(factsUnticked, [id, latestRevision])
  return row?.unticked ?? 0
}
