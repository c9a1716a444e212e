import {
  type Asker,
  type Database,
  findSubmission,
  isInside,
  listChanges,
  loadRows,
  mayRead,
  mayTo,
  partOf,
  reader,
  recordReading,
  type SubmissionRecord,
  saveAnswers,
  saveEvaluation,
  withinPart,
} from '@sepakat/db'
import { type Anchor, assemble, type Kind, kinds, lacksBase, type RowRecord, writtenAnswers } from '@sepakat/rules'
import { changeRefusal } from '../../http/change-refusal.ts'
import { versionTag } from '../../http/etag.ts'
import { refusedReview } from '../../http/locked-review.ts'
import { invalid, problem } from '../../http/problem.ts'
import { type Handler, handlers, reply } from '../../http/route.ts'

/**
 * The submission, whose answers who asks may read as they stand, or `part` of them where that was handed over. That somebody
 * outside its office reads them is recorded.
 */
const readable = async (
  db: Database,
  id: string,
  asker: Asker,
  now: Date,
): Promise<SubmissionRecord & { part: Anchor[] | null }> => {
  const submission = await findSubmission(reader(db), id)
  const part = submission ? partOf(asker, submission) : null
  if (!submission || (part === null && !mayTo(asker, 'submission.read', submission))) throw problem('not-found')
  if (part !== null) return { ...submission, part }
  if (!mayRead(asker, submission))
    throw problem('no-right', { detail: 'Isian ini masih di tangan perangkat daerahnya dan belum dikirim.' })
  if (!isInside(asker, submission)) await recordReading(db, { submission: submission.id, actor: asker.id, at: now })
  return { ...submission, part }
}

/** Cells are saved the same way whoever writes them; who may, and when, is the other's to say. */
const saving =
  (
    save: typeof saveAnswers | typeof saveEvaluation,
  ): Handler<'PATCH /submissions/:id/answers' | 'PATCH /submissions/:id/evaluation'> =>
  async ({ params, body, actor, now, today, ifMatch, write }) => {
    // One id has one text in the database; who sends it otherwise is answered as he or she wrote it.
    const changes = body.changes.map(change => ({ ...change, changeId: change.changeId.toLowerCase() }))
    if (ifMatch === undefined && lacksBase(changes)) throw problem('precondition-required')
    const saved = await write(tx =>
      save(tx, {
        submission: params.id,
        changes,
        ifMatch,
        device: body.device,
        deviceAt: body.deviceAt === undefined ? undefined : new Date(body.deviceAt),
        asker: { ...actor, today },
        now,
      }),
    )
    if (saved.outcome === 'stale') throw problem('stale', { version: saved.version })
    if (saved.outcome !== 'saved' && saved.outcome !== 'refused') throw refusedReview(saved)
    const { version, results } = saved
    if (saved.outcome === 'refused') {
      const errors = results.flatMap((result, at) =>
        result.result === 'applied' || result.result === 'already'
          ? []
          : [{ ...changeRefusal(result), pointer: `/changes/${at}` }],
      )
      throw problem('invalid', {
        detail: 'Tidak ada yang disimpan. Perbaiki perubahan yang disebut, lalu kirim semuanya lagi.',
        errors: errors.slice(0, 50),
        version,
      })
    }
    const asSent = results.map((result, at) => ({ ...result, changeId: body.changes[at]!.changeId }))
    return reply({ version, results: asSent }, { version })
  }

const sent = (records: RowRecord[], kind: Kind, revs: boolean | undefined) =>
  revs ? writtenAnswers(records, kind) : { answers: assemble(records, kind) }

export const answerHandlers = handlers({
  'GET /submissions/:id/answers': async ({ params, query, actor, db, now, today, request, deps }) => {
    const submission = await readable(db, params.id, { ...actor, today }, now)
    const { id, form, version, part } = submission
    const kind = kinds[form]
    if (!kind) throw problem('not-found')
    if (part !== null) {
      const { records } = await withinPart(reader(db), submission, part)
      return { version, ...sent(records, kind, query.revs) }
    }
    // Who has this version already is answered 304 whatever the body: it need not be put together.
    if (request.headers['if-none-match'] === versionTag(version, deps.era))
      return reply({ version, answers: {} }, { version })
    const records = await loadRows(reader(db), id)
    return reply({ version, ...sent(records, kind, query.revs) }, { version })
  },

  'PATCH /submissions/:id/answers': saving(saveAnswers),

  'PATCH /submissions/:id/evaluation': saving(saveEvaluation),

  'GET /submissions/:id/changes': async ({ params, query, actor, db, now, today }) => {
    const submission = await readable(db, params.id, { ...actor, today }, now)
    const { id, version, part } = submission
    const within = part === null ? undefined : (await withinPart(reader(db), submission, part)).rows
    const listed = await listChanges(reader(db), id, { ...query, within })
    if (listed === null) throw invalid('/pointer', 'Alamat ditulis /tabel/baris/isian atau /tabel/baris.')
    return { version, ...listed }
  },
})
