import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { keptPaper } from './keptPaper.ts'
import { revisionPaper } from './revisionPaper.ts'
import { seenRevisions } from './seenRevisions.ts'

type Asked = Pick<Context<'GET /submissions/:id/revisions/:n/pdf'>, 'params' | 'actor' | 'db' | 'now' | 'deps'>

/** The PDF of a revision, or that it is being made. That somebody outside its office reads it is recorded. @throws not-found */
export const print = async (asked: Asked) => {
  const { tx, submission, revisions, outside } = await seenRevisions(asked)
  const line = revisions.find(({ n }) => n === asked.params.n)
  const paper = line && (await revisionPaper(tx, submission, line))
  if (!line || !paper) throw problem('not-found')
  const job = { submission: submission.id, n: line.n }
  return keptPaper(asked, { paper, job, name: `${line.receipt}.pdf`, outside })
}
