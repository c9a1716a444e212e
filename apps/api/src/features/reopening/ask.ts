import {
  AfterEvents,
  findReopenRequest,
  insertReopenRequest,
  lockSubmission,
  noEvent,
  type Queryable,
  submissionStream,
  type WishedChange,
  written,
} from '@sepakat/db'
import { isAnchorOf, isReopenedByOthers, kinds, statusLabels } from '@sepakat/rules'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { refusedAs, requireMay } from '#submissions/asker.ts'
import { shownSubmission } from '#submissions/shownSubmission.ts'

type Asked = Pick<Context<'POST /submissions/:id/reopen-requests'>, 'params' | 'body' | 'actor' | 'now'>

/**
 * An office asks for its report to be opened again. Nothing of the report changes by it.
 * @throws not-found, no-right, wrong-status, invalid, and exists where the id is taken or another request of the asker is open
 */
export const ask = async (tx: Queryable, asked: Asked) => {
  const { params, body, actor, now } = asked
  const { id, reason } = body
  const changes = body.changes as WishedChange[]
  const submission = requireMay(actor, 'submission.write', await lockSubmission(tx, params.id))
  if (submission.origin === 'archive') throw problem(refusedAs(actor, submission))
  // Sent again because its answer was lost on the way.
  if (await findReopenRequest(tx, submission.id, id)) return noEvent(await shownSubmission(tx, asked))
  if (!isReopenedByOthers(submission.status))
    throw problem('wrong-status', {
      detail: `Laporan ini sedang berstatus "${statusLabels[submission.status]}": perangkat daerah mengisinya, atau menariknya kembali sendiri.`,
    })
  const bad = changes.findIndex(({ pointer }) => !isAnchorOf(kinds[submission.form], pointer))
  if (bad >= 0) throw invalid(`/changes/${bad}/pointer`, 'Isian ini tidak ada pada formulir laporan.')
  const made = { id, submission: submission.id, reason, changes, by: actor.id, at: now }
  if (!(await insertReopenRequest(tx, made)))
    throw problem('exists', { detail: 'Permintaan Anda yang terdahulu masih menunggu jawaban.' })
  return written(new AfterEvents(tx => shownSubmission(tx, asked)), {
    stream: submissionStream(submission.id),
    type: 'reopening.requested',
    data: { request: id.toLowerCase(), pointers: changes.map(({ pointer }) => pointer) },
    binds: { reopening: [id] },
  })
}
