import {
  askToReopen,
  listReopenRequests,
  type Queryable,
  type ReopenAsked,
  reader,
  type Settled,
  settleReopening,
  type WishedChange,
} from '@sepakat/db'
import { statusLabels } from '@sepakat/rules'
import { invalid, type ProblemError, problem } from '../../http/problem.ts'
import { handlers, reply } from '../../http/route.ts'
import { viewSubmissionIn } from '../../http/view-submission.ts'
import { reopenRequestView } from './view.ts'

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

const refusedSettling = (settled: Exclude<Settled, { outcome: 'settled' }>): ProblemError => {
  if (settled.outcome !== 'answered') return problem(settled.outcome)
  const detail =
    settled.status === 'withdrawn'
      ? 'Permintaan ini sudah ditarik oleh perangkat daerah.'
      : 'Permintaan ini sudah dijawab. Muat ulang untuk melihat jawabannya.'
  return problem('wrong-status', { detail })
}

const shown = async (tx: Queryable, ask: Parameters<typeof viewSubmissionIn>[1]) => {
  const submission = await viewSubmissionIn(tx, ask)
  if (submission === null) throw problem('not-found')
  return submission
}

export const reopeningHandlers = handlers({
  'GET /reopen-requests': async ({ actor, db, today }) => ({
    items: (await listReopenRequests(reader(db), { ...actor, today })).map(reopenRequestView),
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
      const ask = { submission: id, request, as: 'declined', reason: body.reason, asker, now } as const
      const settled = await settleReopening(tx, ask)
      if (settled.outcome !== 'settled') throw refusedSettling(settled)
      return shown(tx, { id, asker, now })
    })
    return reply(submission, { version: submission.version })
  },

  'POST /submissions/:id/reopen-requests/:request/withdraw': async ({ params, actor, write, now, today }) => {
    const asker = { ...actor, today }
    const { id, request } = params
    const submission = await write(async tx => {
      const settled = await settleReopening(tx, { submission: id, request, as: 'withdrawn', asker, now })
      if (settled.outcome !== 'settled') throw refusedSettling(settled)
      return shown(tx, { id, asker, now })
    })
    return reply(submission, { version: submission.version })
  },
})
