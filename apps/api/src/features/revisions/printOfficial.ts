import { isOpen } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { keptPaper } from './keptPaper.ts'
import { officialPaperOf } from './officialPaperOf.ts'
import { seenRevisions } from './seenRevisions.ts'

type Asked = Pick<Context<'GET /submissions/:id/papers/:paper'>, 'params' | 'query' | 'actor' | 'db' | 'now' | 'deps'>

/**
 * An official paper of a submission, or of the draft while the report is with its office, which alone may read that; or that it is
 * being made. That somebody outside its office reads it is recorded.
 * @throws not-found, no-right
 */
export const printOfficial = async (asked: Asked) => {
  const { params, query, deps } = asked
  const { tx, submission, revisions, outside } = await seenRevisions(asked)
  const n = query.revision ?? (isOpen(submission.status) ? null : submission.latestRevision)
  const line = n === null ? null : revisions.find(one => one.n === n)
  if (line === undefined) throw problem('not-found')
  if (line === null && outside)
    throw problem('no-right', { detail: 'Isian ini masih di tangan perangkat daerahnya dan belum dikirim.' })
  const { publicUrl } = deps.config
  const paper = await officialPaperOf(tx, submission, { paper: params.paper, line, publicUrl })
  if (!paper) throw problem('not-found')
  const job = { submission: submission.id, n: line?.n ?? null, paper: params.paper }
  return keptPaper(asked, { paper, job, name: `${line?.receipt ?? 'draf'} ${params.paper}.pdf`, outside })
}
