import { Readable } from 'node:stream'
import { type Database, findSubmission, listRevisions, type PrintJob, reader } from '@sepakat/db'
import { paperKey, typeset } from '@sepakat/documents'
import { revisionPaper } from '#features/revisions/revisionPaper.ts'
import { type FileStore, paperAddress, readIfKept } from '#storage/fileStore.ts'

const mostBytes = 100 * 1024 * 1024

/** Makes the PDF of a revision and keeps it by what it says; nothing is done where it is there already. */
export const printRevision = async (
  { db, storage }: { db: Database; storage: FileStore },
  { submission: id, n }: PrintJob,
): Promise<void> => {
  const tx = reader(db)
  const submission = await findSubmission(tx, id)
  const line = submission && (await listRevisions(tx, id)).find(revision => revision.n === n)
  const paper = line && (await revisionPaper(tx, submission, line))
  if (!paper) return
  const address = paperAddress(paperKey(paper))
  const kept = await readIfKept(storage, address)
  if (kept) return void kept.destroy()
  const received = await storage.receive(Readable.from([await typeset(paper)]), mostBytes)
  try {
    await storage.keep(received, address)
  } finally {
    await storage.drop(received)
  }
}
