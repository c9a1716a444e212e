import {
  askToReopen,
  type Declined,
  declineReopening,
  listReopenRequests,
  type Queryable,
  type ReopenAsked,
  reader,
  viewSubmissionIn,
  type WishedChange,
} from '@sepakat/db'
import { statusLabels } from '@sepakat/rules'
import { invalid, type ProblemError, problem } from '../../http/problem.ts'
import { handlers, reply } from '../../http/route.ts'

const refusedAsking = (asked: Exclude<ReopenAsked, { outcome: 'asked' | 'there' }>): ProblemError => {
  switch (asked.outcome) {
    case 'not-found':
    case 'no-right':
      return problem(asked.outcome)
    case 'waits':
      return problem('exists', { detail: 'Permintaan Anda yang terdahulu masih menunggu jawaban.' })
    case 'wrong-status':
      return problem('wrong-status', {
        detail: `Laporan ini sedang berstatus "${statusLabels[asked.status]}": perangkat daerah mengisinya, atau menariknya kembali sendiri.`,
      })
    case 'bad-pointer':
      return invalid(`/changes/${asked.at}/pointer`, 'Isian ini tidak ada pada formulir laporan.')
  }
}

const refusedDeclining = (declined: Exclude<Declined, { outcome: 'declined' }>): ProblemError =>
  declined.outcome === 'answered'
    ? problem('wrong-status', { detail: 'Permintaan ini sudah dijawab. Muat ulang untuk melihat jawabannya.' })
    : problem(declined.outcome)

const shown = async (tx: Queryable, ask: Parameters<typeof viewSubmissionIn>[1]) => {
  const submission = await viewSubmissionIn(tx, ask)
  if (submission === null) throw problem('not-found')
  return submission
}

export const reopeningHandlers = handlers({
  'GET /reopen-requests': async ({ actor, db, today }) => ({
    items: await listReopenRequests(reader(db), { ...actor, today }),
  }),

  'POST /submissions/:id/reopen-requests': async ({ params, body, actor, write, now, today }) => {
    const asker = { ...actor, today }
    const { id, reason } = body
    const changes = body.changes as WishedChange[]
    const submission = await write(async tx => {
      const asked = await askToReopen(tx, { submission: params.id, id, reason, changes, asker, now })
      if (asked.outcome !== 'asked' && asked.outcome !== 'there') throw refusedAsking(asked)
      return shown(tx, { id: params.id, asker, now })
    })
    return reply(submission, { version: submission.version })
  },

  'POST /submissions/:id/reopen-requests/:request/decline': async ({ params, body, actor, write, now, today }) => {
    const asker = { ...actor, today }
    const { id, request } = params
    const submission = await write(async tx => {
      const declined = await declineReopening(tx, { submission: id, request, reason: body.reason, asker, now })
      if (declined.outcome !== 'declined') throw refusedDeclining(declined)
      return shown(tx, { id, asker, now })
    })
    return reply(submission, { version: submission.version })
  },
})
