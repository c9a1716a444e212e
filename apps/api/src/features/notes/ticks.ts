import { appendEvent, digestsInRevision, putTicks, submissionStream } from '@sepakat/db'
import { type Anchor, parseRowPointer } from '@sepakat/rules'
import { lockedReview } from '../../http/locked-review.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'
import { viewSubmissionIn } from '../../http/view-submission.ts'

export const tickHandlers = handlers({
  'PUT /submissions/:id/ticks': ({ params, body, actor, write, now, today }) =>
    write(async tx => {
      const asker = { ...actor, today }
      const { id, latestRevision: n } = await lockedReview(tx, { id: params.id, asker, now })
      const anchors = (body.anchors ?? [body.anchor ?? '']).map(rowAnchor)
      const digests = await digestsInRevision(tx, { submission: id, n, anchors: anchors.map(at => at ?? '') })
      const asked = anchors.map((anchor, at) => {
        const digest = digests[at]
        if (anchor === null || !digest)
          throw invalid(
            body.anchors ? `/anchors/${at}` : '/anchor',
            'Baris ini tidak ada pada kiriman yang diperiksa. Tulis /tabel/baris.',
          )
        return { anchor, digest }
      })
      const rows = [...new Map(asked.map(row => [row.anchor, row])).values()]
      const { ticked } = body
      const changed = await putTicks(tx, { submission: id, n, rows, ticked, by: actor.id, at: now })
      const [first] = changed
      if (first) {
        // What was accepted is bound to the event: a tick outlives a revision only where it is still the same.
        const many = { anchors: changed.map(row => row.anchor), digests: changed.map(row => row.digest) }
        await appendEvent(tx, {
          stream: submissionStream(id),
          type: 'submission.ticked',
          actor: actor.id,
          at: now,
          data: { ...(body.anchors ? many : first), ticked, revision: n },
        })
      }
      const submission = await viewSubmissionIn(tx, { id, asker, now })
      if (submission === null) throw problem('not-found')
      return submission
    }),
})

const rowAnchor = (anchor: string): Anchor | null => {
  const row = parseRowPointer(anchor)
  return row && `/${row.table}/${row.row}`
}
