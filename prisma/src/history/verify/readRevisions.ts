import type { Figure } from '@sepakat/rules'
import type { Queryable } from '../../database.ts'
import { lowestId } from '../../lowestId.ts'
import { col, statement } from '../../statement.ts'
import { changeDigest, type DigestedChange } from '../changeDigest.ts'
import { pages } from '../pages.ts'
import { type HandingIn, readKept, type StoredFigure } from './readKept.ts'
import type { Tampering } from './tampering.ts'
import { type Recomputed, verifyFigures, verifyRecomputed } from './verifyFigures.ts'
import { revisionName, type StoredRevision, verifyRevision } from './verifyRevision.ts'

/** The changes of answers that one submission covers, against the digest in its event. Pure. */
const verifyChanges = (
  { where, at }: Pick<Tampering, 'where' | 'at'>,
  changes: readonly DigestedChange[],
  { after, upTo, digest }: { after: number; upTo: number; digest: string },
): Tampering[] => {
  const there = new Set(changes.map(({ seq }) => seq))
  const missing = Array.from({ length: Math.max(0, upTo - after) }, (_, i) => after + 1 + i).filter(n => !there.has(n))
  if (missing.length > 0)
    return [
      { code: 'change-missing', where, message: `Perubahan isian nomor ${missing.join(', ')} tidak ada lagi.`, at },
    ]
  if (changeDigest(changes) === digest) return []
  return [
    {
      code: 'change-changed',
      where,
      message: `Perubahan isian di antara nomor ${after + 1} dan ${upTo} diubah sesudah dikirim.`,
      at,
    },
  ]
}

/** What is stored of one report, and what its events say of its revisions. */
interface Kept {
  id: string
  revisions: StoredRevision[]
  handings: HandingIn[]
  recomputed: (Recomputed & { revision: number })[]
  tried: (Recomputed & { n: number })[]
  figures: StoredFigure[]
  changes: DigestedChange[]
}

const verifySubmissions = statement(
  'verify-submissions',
  `SELECT id FROM submission WHERE id > $1 AND (latest_revision IS NOT NULL
         OR EXISTS (SELECT 1 FROM revision r WHERE r.submission_id = submission.id)) ORDER BY id LIMIT 50`,
  { id: col.uuid },
)

/**
 * Every revision with its figures and the changes it covers, and every submission or evaluation that has no revision any more, some
 * reports at a time.
 */
export async function* readRevisions(db: Queryable): AsyncGenerator<Tampering> {
  const all = pages<{ id: string }>(
    [lowestId],
    after => db.query(verifySubmissions, after),
    row => [row.id],
  )
  for await (const page of all) {
    const ids = page.map(({ id }) => id)
    const { revisions, handings, recomputed, tried, figures, changes } = await readKept(db, ids)
    for (const id of ids)
      yield* verifyKept({
        id,
        revisions: revisions.get(id) ?? [],
        handings: handings.get(id) ?? [],
        recomputed: recomputed.get(id) ?? [],
        tried: tried.get(id) ?? [],
        figures: figures.get(id) ?? [],
        changes: changes.get(id) ?? [],
      })
  }
}

/** Pure. */
const verifyKept = ({ id, revisions, handings, recomputed, tried, figures, changes }: Kept): Tampering[] => {
  const found: Tampering[] = []
  const events = new Map(
    handings.map(({ data, at }, i) => [data.revision, { ...data, at, after: handings[i - 1]?.data.lastChange ?? 0 }]),
  )
  for (const revision of revisions) {
    const { n } = revision
    const event = events.get(n) ?? null
    found.push(...verifyRevision(revision, event))
    const stored = byRuleSet(figures.filter(figure => figure.n === n))
    const frozen = (revision.body.figures ?? []) as Figure[]
    // the frozen figures say it, so that a changed revision is told apart from changed figures
    const own = frozen[0]?.derivation.ruleSet ?? revision.ruleSet
    const place = { where: revisionName(revision), at: event?.at ?? null }
    found.push(...verifyFigures(place, frozen, stored.get(own) ?? []))
    stored.delete(own)
    const beside = { tried: tried.filter(one => one.n === n), figures: stored }
    const said = recomputed.filter(one => one.revision === n)
    found.push(...verifyRecomputed(place, said, beside))
    events.delete(n)
    if (event === null) continue
    const { after, lastChange: upTo, digest } = event
    const covered = changes.filter(({ seq }) => seq > after && seq <= upTo)
    found.push(...verifyChanges(place, covered, { after, upTo, digest }))
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

const byRuleSet = (figures: StoredFigure[]): Map<string, Figure[]> => {
  const sets = new Map<string, Figure[]>()
  for (const { ruleSet, n: _, ...figure } of figures) sets.set(ruleSet, [...(sets.get(ruleSet) ?? []), figure])
  return sets
}
