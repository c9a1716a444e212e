import { appendEvent, putTick, rowInRevision, submissionStream, viewSubmissionIn } from '@sepakat/db'
import { parseRowPointer } from '@sepakat/rules'
import { lockedReview } from '../../http/locked-review.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

export const tickHandlers = handlers({
  'PUT /submissions/:id/ticks': ({ params, body, actor, write, now, today }) =>
    write(async tx => {
      const asker = { ...actor, today }
      const { id, latestRevision: n } = await lockedReview(tx, { id: params.id, asker, now })
      const row = parseRowPointer(body.anchor)
      if (!row || !(await rowInRevision(tx, { submission: id, n, ...row })))
        throw invalid('/anchor', 'Baris ini tidak ada pada kiriman yang diperiksa. Tulis /tabel/baris.')
      const anchor = `/${row.table}/${row.row}` as const
      const changed = await putTick(tx, { submission: id, n, anchor, ticked: body.ticked, by: actor.id, at: now })
      if (changed) {
        const data = { anchor, ticked: body.ticked, revision: n }
        await appendEvent(tx, {
          stream: submissionStream(id),
          type: 'submission.ticked',
          actor: actor.id,
          at: now,
          data,
        })
      }
      const submission = await viewSubmissionIn(tx, { id, asker, now })
      if (submission === null) throw problem('not-found')
      return submission
    }),
})
