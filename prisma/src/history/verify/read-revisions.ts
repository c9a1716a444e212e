import type { Figure } from '@sepakat/rules'
import type { Queryable } from '../../database.ts'
import { changesBetween } from '../change-digest.ts'
import { instantText } from '../instant-text.ts'
import { pages } from './pages.ts'
import type { Tampering } from './tampering.ts'
import { verifyChanges } from './verify-changes.ts'
import { type Recomputed, verifyFigures, verifyRecomputed } from './verify-figures.ts'
import { type HandedIn, type HandedInAt, revisionName, type StoredRevision, verifyRevision } from './verify-revision.ts'

/** Every revision with its figures and the changes it covers, and every handing in or evaluation that has no revision any more. */
export async function* readRevisions(db: Queryable): AsyncGenerator<Tampering> {
  const all = pages<{ id: string }>(
    ['00000000-0000-0000-0000-000000000000'],
    after =>
      db.query(
        'verify-submissions',
        `SELECT id FROM submission WHERE id > $1 AND (latest_revision IS NOT NULL
           OR EXISTS (SELECT 1 FROM revision r WHERE r.submission_id = submission.id)) ORDER BY id LIMIT 500`,
        after,
      ),
    row => [row.id],
  )
  for await (const page of all) for (const { id } of page) yield* await readSubmission(db, id)
}

const readSubmission = async (db: Queryable, id: string): Promise<Tampering[]> => {
  const revisions = await db.query<StoredRevision>(
    'verify-revisions',
    `SELECT submission_id AS "submissionId", n, rule_set AS "ruleSet", body, sha256, receipt, by, ${instantText('at')} AS at,
            last_change AS "lastChange" FROM revision WHERE submission_id = $1 ORDER BY n`,
    [id],
  )
  const events = await readHandings(db, id)
  const recomputed = await readRecomputed(db, id)
  const tried = await readTried(db, id)
  const found: Tampering[] = []
  for (const revision of revisions) {
    const event = events.get(revision.n) ?? null
    found.push(...verifyRevision(revision, event))
    const stored = await readFigures(db, id, revision.n)
    const frozen = revision.body.figures as Figure[]
    // the frozen figures say it, so that a changed revision is told apart from changed figures
    const own = frozen[0]?.derivation.ruleSet ?? revision.ruleSet
    const place = { where: revisionName(revision), at: event?.at ?? null }
    found.push(...verifyFigures(place, frozen, stored.get(own) ?? []))
    stored.delete(own)
    const beside = { tried: tried.get(revision.n) ?? [], figures: stored }
    found.push(...verifyRecomputed(place, recomputed.get(revision.n) ?? [], beside))
    events.delete(revision.n)
    if (event === null) continue
    const after = event.after
    const changes = await changesBetween(db, id, after, event.lastChange)
    found.push(...verifyChanges(place, changes, { after, upTo: event.lastChange, digest: event.digest }))
  }
  for (const [n, { at }] of events)
    found.push({
      code: 'revision-missing',
      where: revisionName({ submissionId: id, n }),
      message: 'Kiriman ini tercatat dalam riwayat, tetapi tidak ada lagi.',
      at,
    })
  return found
}

/** What froze a revision, handings in, evaluations and values from before the system, by revision, each with the last change of the one before. */
const readHandings = async (db: Queryable, id: string): Promise<Map<number, HandedInAt & { after: number }>> => {
  const rows = await db.query<{ data: HandedIn; at: string }>(
    'verify-handings',
    `SELECT data, ${instantText('at')} AS at FROM event WHERE stream = 'submission/' || $1 AND (type IN ('submission.submitted', 'submission.archived') OR (type = 'submission.approved' AND data ? 'digest')) ORDER BY seq`,
    [id],
  )
  return new Map(
    rows.map(({ data, at }, i) => [data.revision, { ...data, at, after: rows[i - 1]?.data.lastChange ?? 0 }]),
  )
}

/** What was computed under rule sets that were approved later, by revision, as its event recorded it. */
const readRecomputed = async (db: Queryable, id: string): Promise<Map<number, Recomputed[]>> => {
  const rows = await db.query<{ data: Recomputed & { revision: number } }>(
    'verify-recomputed',
    `SELECT data FROM event WHERE stream = 'submission/' || $1 AND type = 'submission.recomputed' ORDER BY seq`,
    [id],
  )
  return Map.groupBy(
    rows.map(({ data }) => data),
    ({ revision }) => revision,
  )
}

/** What is kept of it, by revision. */
const readTried = async (db: Queryable, id: string): Promise<Map<number, Recomputed[]>> =>
  Map.groupBy(
    await db.query<Recomputed & { n: number }>(
      'verify-tried',
      'SELECT n, rule_set AS "ruleSet", outcome, sha256 FROM recomputation WHERE submission_id = $1 ORDER BY n, rule_set',
      [id],
    ),
    ({ n }) => n,
  )

/** By the rule set they were computed with. */
const readFigures = async (db: Queryable, id: string, n: number): Promise<Map<string, Figure[]>> => {
  const rows = await db.query<Figure & { ruleSet: string }>(
    'verify-figures',
    `SELECT code, row, value::text, why, raw::text, numerator::text, denominator::text, unit, band, basis, derivation,
            rule_set AS "ruleSet" FROM figure WHERE submission_id = $1 AND n = $2`,
    [id, n],
  )
  const figures = new Map<string, Figure[]>()
  for (const { ruleSet, ...figure } of rows) figures.set(ruleSet, [...(figures.get(ruleSet) ?? []), figure])
  return figures
}
