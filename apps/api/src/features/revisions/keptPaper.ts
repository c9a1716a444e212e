import { enqueue, type PrintJob, recordReading, transaction } from '@sepakat/db'
import { type OfficialPaper, type Paper, paperKey } from '@sepakat/documents'
import { disposition } from '#http/disposition.ts'
import { type Context, reply } from '#http/route.ts'
import { paperAddress, readIfKept } from '#storage/fileStore.ts'

interface Asked<Job> {
  paper: Paper | OfficialPaper
  /** Makes this paper. */
  job: Job
  /** Of the file. */
  name: string
}
type Asking = Pick<Context<'GET /submissions/:id/revisions/:n/pdf'>, 'db' | 'deps'>

/** The PDF of a paper where it was made, or that it is being made. */
export async function keptPdf(
  { db, deps }: Asking,
  { paper, job, name }: Asked<PrintJob>,
  found?: () => Promise<void>,
) {
  const key = paperKey(paper)
  const pdf = await readIfKept(deps.storage, paperAddress(key))
  if (!pdf) {
    await transaction(db, async inside => enqueue(inside, 'print', key, job))
    return reply<unknown>({ state: 'being-made' }, { pending: true, headers: { 'retry-after': '2' } })
  }
  await found?.()
  return reply<unknown>(pdf, {
    version: key,
    headers: { 'content-type': 'application/pdf', 'content-disposition': disposition(name) },
  })
}

/** The same of a paper of a report; `outside`: it is read by somebody outside its office, which is recorded. */
export const keptPaper = (
  asked: Asking & Pick<Context<'GET /submissions/:id/revisions/:n/pdf'>, 'actor' | 'now'>,
  { outside, ...wished }: Asked<Extract<PrintJob, { submission: string }>> & { outside: boolean },
) =>
  keptPdf(asked, wished, async () => {
    const { actor, db, now } = asked
    if (outside) await recordReading(db, { submission: wished.job.submission, actor: actor.id, at: now })
  })
