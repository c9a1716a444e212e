import { findSubmission, listRevisions, type PrintJob, type Queryable, reader } from '@sepakat/db'
import { type DrawnPaper, paperKey, typeset } from '@sepakat/documents'
import { exampleEdition } from '#features/editions/outlines/exampleEdition.ts'
import { officialPaperOf } from '#features/revisions/officialPaperOf.ts'
import { revisionPaper } from '#features/revisions/revisionPaper.ts'
import { exampleOf } from '#features/revisions/templates/exampleOf.ts'
import type { Ground } from '#http/deps.ts'
import { paperAddress, readIfKept } from '#storage/fileStore.ts'
import { keepBytes } from '#storage/keepBytes.ts'

/** Makes the PDF of a revision or of an official paper and keeps it by what it says; nothing is done where it is there already. */
export const printRevision = async (
  { db, storage, config }: Pick<Ground, 'db' | 'storage' | 'config'>,
  job: PrintJob,
): Promise<void> => {
  const paper = await paperOfJob(reader(db), job, config.publicUrl)
  if (!paper) return
  const address = paperAddress(paperKey(paper))
  const kept = await readIfKept(storage, address)
  if (kept) return void kept.destroy()
  await keepBytes(storage, await typeset(paper), address)
}

async function paperOfJob(tx: Queryable, job: PrintJob, publicUrl: string): Promise<DrawnPaper | null> {
  if ('example' in job)
    return 'edition' in job.example
      ? exampleEdition(tx, job.example.edition, job.example.outline)
      : exampleOf(tx, job.example.paper, job.example.template)
  const { submission: id, n, paper } = job
  const submission = await findSubmission(tx, id)
  if (!submission) return null
  const line = n === null ? null : (await listRevisions(tx, id)).find(revision => revision.n === n)
  if (line === undefined) return null
  if (paper !== undefined) return officialPaperOf(tx, submission, { paper, line, publicUrl })
  return line && revisionPaper(tx, submission, line)
}
