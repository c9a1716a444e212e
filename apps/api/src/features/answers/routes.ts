import { actorNames, listChanges, loadRows, lockToSave, type Queryable, reader, withinPart } from '@sepakat/db'
import { kinds, lacksBase, parseAnchor } from '@sepakat/rules'
import { versionTag } from '#http/etag.ts'
import { invalid, problem } from '#http/problem.ts'
import { type Context, type Handler, handlers, reply } from '#http/route.ts'
import { requireCapacity } from '#submissions/asker.ts'
import { lockedEvaluation } from '#submissions/lockedReview.ts'
import type { Asked } from './judgeSave.ts'
import { readableAnswers } from './readableAnswers.ts'
import { saveChanges } from './saveChanges.ts'
import { savePlainly } from './savePlainly.ts'
import { answersView, changeView } from './view.ts'

/** All answers of a submission as they are now, or of the part that was handed over. @throws not-found, no-right */
const readAnswers = async (asked: Context<'GET /submissions/:id/answers'>) => {
  const { query, db, request, deps } = asked
  const submission = await readableAnswers(asked)
  const { id, form, version, part } = submission
  const kind = kinds[form]
  if (!kind) throw problem('not-found')
  if (part !== null) {
    const { records } = await withinPart(reader(db), submission, part)
    return { version, ...answersView(records, kind, query) }
  }
  // Who has this version already is answered 304 whatever the body: it need not be put together.
  if (request.headers['if-none-match'] === versionTag(version, deps.era))
    return reply({ version, answers: {} }, { version })
  return reply({ version, ...answersView(await loadRows(reader(db), id), kind, query) }, { version })
}

/** Accepted changes after a number, or the history of one cell. @throws not-found, no-right, invalid */
const readChanges = async (asked: Context<'GET /submissions/:id/changes'>) => {
  const { since, limit, pointer = '' } = asked.query
  const tx = reader(asked.db)
  const submission = await readableAnswers(asked)
  const { id, version, part } = submission
  const within = part === null ? undefined : (await withinPart(tx, submission, part)).rows
  const at = parseAnchor(pointer)
  if (at === null) throw invalid('/pointer', 'Alamat ditulis /tabel/baris/isian atau /tabel/baris.')
  const { rows, more } = await listChanges(tx, id, { since, limit, at, within })
  const nameOf = await actorNames(
    tx,
    rows.map(({ actor }) => actor),
  )
  return { version, items: rows.map(row => changeView(row, nameOf)), more }
}

/**
 * Saves what the evaluator writes in the cells that are his or hers, by the same protocol as the office's: a change that comes after
 * the review has ended, or another evaluator has the report, is answered as locked, and a repeated one as the first time.
 */
const saveEvaluation = async (tx: Queryable, asked: Asked) => {
  const { params, actor, now } = asked
  const { claimed } = await lockedEvaluation(tx, { id: params.id, asker: actor, now })
  const submission = await lockToSave(tx, params.id)
  if (submission === null) throw problem('not-found')
  return saveChanges(tx, submission, { as: 'evaluator', claimed }, asked)
}

/** Saves what the office writes of its own report, or a contributor of the part that was handed over. @throws not-found, no-right */
const saveAnswers = async (tx: Queryable, asked: Asked) => {
  const { submission, capacity } = requireCapacity(asked.actor, await lockToSave(tx, asked.params.id))
  return saveChanges(tx, submission, capacity, asked)
}

/** Cells are saved in the same way for every writer; who may write them, and when, is what the caller passes. */
const saving =
  (
    save: typeof saveAnswers | typeof saveEvaluation,
    tryFirst?: typeof savePlainly,
  ): Handler<'PATCH /submissions/:id/answers' | 'PATCH /submissions/:id/evaluation'> =>
  async asked => {
    if (asked.ifMatch === undefined && lacksBase(asked.body.changes)) throw problem('precondition-required')
    const saved = (await tryFirst?.(reader(asked.db), asked)) ?? (await asked.write(tx => save(tx, asked)))
    return reply(saved, { version: saved.version })
  }

export const answerHandlers = handlers({
  'GET /submissions/:id/answers': readAnswers,
  'GET /submissions/:id/changes': readChanges,
  'PATCH /submissions/:id/answers': saving(saveAnswers, savePlainly),
  'PATCH /submissions/:id/evaluation': saving(saveEvaluation),
})
