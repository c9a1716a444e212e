import {
  AfterEvents,
  answerReopenRequests,
  findReopenRequest,
  listReopenRequests,
  lockSubmission,
  named,
  noEvent,
  type OpenReopenRequest,
  type Queryable,
  reader,
  submissionStream,
  written,
} from '@sepakat/db'
import { type Permission, type ReopenStatus, reachOf } from '@sepakat/rules'
import { type ProblemError, problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { requireMay } from '#submissions/asker.ts'
import { listedReport } from '#submissions/reportView.ts'
import { shownSubmission, withVersion } from '#submissions/shownSubmission.ts'
import { ask } from './ask.ts'

type Asked = Pick<Context<'POST /submissions/:id/reopen-requests/:request/withdraw'>, 'params' | 'actor' | 'now'>

/** What the request has come to, of a report that is locked. @throws not-found, no-right */
const findRequest = async (tx: Queryable, { params, actor }: Asked, permission: Permission) => {
  const submission = requireMay(actor, permission, await lockSubmission(tx, params.id))
  const known = await findReopenRequest(tx, submission.id, params.request)
  if (known === null) throw problem('not-found')
  return { submission, status: known.status }
}

const answered = (status: ReopenStatus): ProblemError =>
  problem('wrong-status', {
    detail:
      status === 'withdrawn'
        ? 'Permintaan ini sudah ditarik oleh perangkat daerah.'
        : 'Permintaan ini sudah dijawab. Muat ulang untuk melihat jawabannya.',
  })

const reopenRequestView = (row: OpenReopenRequest) => ({
  id: row.id,
  ...listedReport(row),
  reason: row.reason,
  changes: row.changes,
  by: named(row.by, row.byRow),
  at: row.at.toISOString(),
})

type Declining = Asked & Pick<Context<'POST /submissions/:id/reopen-requests/:request/decline'>, 'body'>

/** Those who may open the report decline: it stays as it is, and the office keeps what it typed. @throws not-found, no-right, wrong-status */
const decline = async (tx: Queryable, asked: Declining) => {
  const { params, body, actor, now } = asked
  const { submission, status } = await findRequest(tx, asked, 'submission.reopen')
  if (status !== 'open') throw answered(status)
  await answerReopenRequests(tx, {
    submission: submission.id,
    id: params.request,
    status: 'declined',
    answer: body.reason,
    by: actor.id,
    at: now,
  })
  return written(new AfterEvents(tx => shownSubmission(tx, asked)), {
    stream: submissionStream(submission.id),
    type: 'reopening.declined',
    data: { request: params.request.toLowerCase() },
    binds: { reopening: [params.request] },
  })
}

/** The office withdraws what it asked; a second time changes nothing. @throws not-found, no-right, wrong-status */
const withdraw = async (tx: Queryable, asked: Asked) => {
  const { params, actor, now } = asked
  const { submission, status } = await findRequest(tx, asked, 'submission.write')
  if (status === 'withdrawn') return noEvent(await shownSubmission(tx, asked))
  if (status !== 'open') throw answered(status)
  const request = { submission: submission.id, id: params.request }
  await answerReopenRequests(tx, { ...request, status: 'withdrawn', by: actor.id, at: now })
  return written(new AfterEvents(tx => shownSubmission(tx, asked)), {
    stream: submissionStream(submission.id),
    type: 'reopening.withdrawn',
    data: { request: params.request.toLowerCase() },
    binds: { reopening: [params.request] },
  })
}

export const reopeningHandlers = handlers({
  'GET /reopen-requests': async ({ actor, db, today }) => {
    const reach = reachOf(actor.access, 'submission.reopen', today)
    return { items: reach ? (await listReopenRequests(reader(db), reach)).map(reopenRequestView) : [] }
  },
  'POST /submissions/:id/reopen-requests': asked => withVersion(asked.write(tx => ask(tx, asked))),
  'POST /submissions/:id/reopen-requests/:request/decline': asked => withVersion(asked.write(tx => decline(tx, asked))),
  'POST /submissions/:id/reopen-requests/:request/withdraw': asked =>
    withVersion(asked.write(tx => withdraw(tx, asked))),
})
