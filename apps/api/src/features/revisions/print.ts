import { enqueue, type PrintJob, recordReading, transaction } from '@sepakat/db'
import { paperKey } from '@sepakat/documents'
import { disposition } from '#http/disposition.ts'
import { problem } from '#http/problem.ts'
import { type Context, reply } from '#http/route.ts'
import { paperAddress, readIfKept } from '#storage/fileStore.ts'
import { revisionPaper } from './revisionPaper.ts'
import { seenRevisions } from './seenRevisions.ts'

type Asked = Pick<Context<'GET /submissions/:id/revisions/:n/pdf'>, 'params' | 'actor' | 'db' | 'now' | 'deps'>

/** The PDF of a revision, or that it is being made. That somebody outside its office reads it is recorded. @throws not-found */
export const print = async (asked: Asked) => {
  const { actor, db, now, params, deps } = asked
  const { tx, submission, revisions, outside } = await seenRevisions(asked)
  const line = revisions.find(({ n }) => n === params.n)
  const paper = line && (await revisionPaper(tx, submission, line))
  if (!line || !paper) throw problem('not-found')
  const key = paperKey(paper)
  const pdf = await readIfKept(deps.storage, paperAddress(key))
  if (!pdf) {
    const job: PrintJob = { submission: submission.id, n: line.n }
    await transaction(db, async inside => enqueue(inside, 'print', key, job))
    return reply<unknown>({ state: 'being-made' }, { pending: true, headers: { 'retry-after': '2' } })
  }
  if (outside) await recordReading(db, { submission: submission.id, actor: actor.id, at: now })
  return reply<unknown>(pdf, {
    version: key,
    headers: { 'content-type': 'application/pdf', 'content-disposition': disposition(`${line.receipt}.pdf`) },
  })
}
