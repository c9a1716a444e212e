import { archiveMark, kinds, type MoveName, periodTitle } from '@sepakat/rules'
import { enqueue } from '../jobs/enqueue.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'
import type { Transaction } from '../transaction.ts'
import { readersOf } from './readersOf.ts'
import type { RecheckJob } from './recheck.ts'

/** The moves after which other reports may read something else, and how that is called. */
const happened: Partial<Record<MoveName | 'archive', string>> = {
  submit: 'dikirim',
  withdraw: 'ditarik kembali',
  decline: 'tidak ditandatangani',
  approve: 'disetujui',
  reopen: 'dibuka kembali',
  archive: `nilai ${archiveMark}, diperbarui`,
}

/** A job for each report that reads this one: its findings are computed again with what it reads now. */
export const enqueueRechecks = async (
  tx: Transaction,
  submission: Pick<SubmissionRecord, 'form' | 'period' | 'officeId'>,
  move: MoveName | 'archive',
): Promise<void> => {
  const what = happened[move]
  if (what === undefined) return
  const title = kinds[submission.form]?.title ?? submission.form
  for (const reader of await readersOf(tx, submission)) {
    const job: RecheckJob = { submission: reader, because: `${title}, ${periodTitle(submission.period)}: ${what}` }
    enqueue(tx, 'recheck', reader, job)
  }
}
