import { enqueue, type PrintJob, transaction } from '@sepakat/db'
import { type DrawnPaper, paperKey } from '@sepakat/documents'
import { disposition } from '#http/disposition.ts'
import { type Context, reply } from '#http/route.ts'
import { paperAddress, readIfKept } from '#storage/fileStore.ts'

export interface AskedPdf<Job> {
  paper: DrawnPaper
  /** Makes this paper. */
  job: Job
  /** Of the file. */
  name: string
}
export type AskingPdf = Pick<Context<'GET /submissions/:id/revisions/:n/pdf'>, 'db' | 'deps'>

/** The PDF of a paper and its key; null where it was not made, and is ordered now. */
export async function madePdf({ db, deps }: AskingPdf, { paper, job }: Pick<AskedPdf<PrintJob>, 'paper' | 'job'>) {
  const key = paperKey(paper)
  const pdf = await readIfKept(deps.storage, paperAddress(key))
  if (!pdf) await transaction(db, async inside => enqueue(inside, 'print', key, job))
  return { key, pdf }
}

/** The PDF of a paper where it was made, or that it is being made. */
export async function keptPdf(asked: AskingPdf, { paper, job, name }: AskedPdf<PrintJob>, found?: () => Promise<void>) {
  const { key, pdf } = await madePdf(asked, { paper, job })
  if (!pdf) return reply<unknown>({ state: 'being-made' }, { pending: true, headers: { 'retry-after': '2' } })
  await found?.()
  return reply<unknown>(pdf, {
    version: key,
    headers: { 'content-type': 'application/pdf', 'content-disposition': disposition(name) },
  })
}
