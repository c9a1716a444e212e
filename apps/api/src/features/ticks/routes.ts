import {
  AfterEvents,
  digestsInRevision,
  noEvent,
  putTicks,
  type Queryable,
  submissionStream,
  written,
} from '@sepakat/db'
import { type Anchor, parseRowPointer } from '@sepakat/rules'
import { invalid } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { lockedReview } from '#submissions/lockedReview.ts'
import { shownSubmission } from '#submissions/shownSubmission.ts'

/** Accepts rows of the revision that is reviewed, or takes that back. @throws what `lockedReview` throws; invalid */
const tick = async (tx: Queryable, asked: Context<'PUT /submissions/:id/ticks'>) => {
  const { params, body, actor, now } = asked
  const { id, latestRevision: n } = await lockedReview(tx, { id: params.id, asker: actor, now })
  const anchors = (body.anchors ?? [body.anchor ?? '']).map(rowAnchor)
  const digests = await digestsInRevision(tx, { submission: id, n, anchors: anchors.map(at => at ?? '') })
  const named = anchors.map((anchor, at) => {
    const digest = digests[at]
    if (anchor === null || !digest)
      throw invalid(
        body.anchors ? `/anchors/${at}` : '/anchor',
        'Baris ini tidak ada pada kiriman yang diperiksa. Tulis /tabel/baris.',
      )
    return { anchor, digest }
  })
  const rows = [...new Map(named.map(row => [row.anchor, row])).values()]
  const { ticked } = body
  const changed = await putTicks(tx, { submission: id, n, rows, ticked, by: actor.id, at: now })
  const shown = new AfterEvents(tx => shownSubmission(tx, asked))
  const [first] = changed
  if (!first) return noEvent(shown)
  // What was accepted is bound to the event: a tick outlives a revision only where it is still the same.
  const many = { anchors: changed.map(row => row.anchor), digests: changed.map(row => row.digest) }
  const data = { ...(body.anchors ? many : first), ticked, revision: n }
  return written(shown, { stream: submissionStream(id), type: 'submission.ticked', data })
}

const rowAnchor = (anchor: string): Anchor | null => {
  const row = parseRowPointer(anchor)
  return row && `/${row.table}/${row.row}`
}

export const tickHandlers = handlers({
  'PUT /submissions/:id/ticks': asked => asked.write(tx => tick(tx, asked)),
})
