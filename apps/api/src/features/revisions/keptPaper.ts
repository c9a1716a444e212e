import { enqueue, type PrintJob, recordReading, transaction } from '@sepakat/db'
import { type OfficialPaper, type Paper, paperKey } from '@sepakat/documents'
import { disposition } from '#http/disposition.ts'
import { type Context, reply } from '#http/route.ts'
import { paperAddress, readIfKept } from '#storage/fileStore.ts'

interface Asked {
  paper: Paper | OfficialPaper
  /** Makes this paper. */
  job: PrintJob
  /** Of the file. */
  name: string
  /** Read by somebody outside its office, which is recorded. */
  outside: boolean
}

/** The PDF of a paper where it was made, or that it is being made. */
export const keptPaper = async (
  { actor, db, now, deps }: Pick<Context<'GET /submissions/:id/revisions/:n/pdf'>, 'actor' | 'db' | 'now' | 'deps'>,
  { paper, job, name, outside }: Asked,
) => {
  const key = paperKey(paper)
  const pdf = await readIfKept(deps.storage, paperAddress(key))
  if (!pdf) {
    await transaction(db, async inside => enqueue(inside, 'print', key, job))
    return reply<unknown>({ state: 'being-made' }, { pending: true, headers: { 'retry-after': '2' } })
  }
  if (outside) await recordReading(db, { submission: job.submission, actor: actor.id, at: now })
  return reply<unknown>(pdf, {
    version: key,
    headers: { 'content-type': 'application/pdf', 'content-disposition': disposition(name) },
  })
}
