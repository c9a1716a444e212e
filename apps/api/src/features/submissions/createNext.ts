import {
  approvedAnswers,
  beginStream,
  insertSubmission,
  lockSubmission,
  newestVersion,
  type Queryable,
  submissionNumbered,
  submissionStream,
} from '@sepakat/db'
import { type Answers, changesOf, copyChanges, kinds, mergedByRow, type Pointer, parsePointer } from '@sepakat/rules'
import { v7 } from 'uuid'
import { lacking } from '#http/lacking.ts'
import { requireMay } from '#submissions/asker.ts'
import type { Created, Creating } from './createFirst.ts'

const needLabels = {
  numbered: 'Formulir ini tidak mengenal perubahan. Mintalah pembukaan kembali kepada koordinator.',
  approved: 'Perubahan baru dapat dimulai sesudah laporan sebelumnya disetujui.',
}

/** The reason has its own cell, never that of the number before. */
const withReason = (answers: Answers, at: Pointer, reason: string): Answers => {
  const { table, row, field } = parsePointer(at)!
  const own = answers[table]
  return { ...answers, [table]: { ...own, [row]: { ...own?.[row], [field]: reason } } }
}

/**
 * Creates a Perubahan: the next number, a copy of the approved answers before it with all ids kept. Only of forms that are
 * numbered, only after an approved one, so that one at a time is open. Asked again, it is the same one.
 * @throws not-found, no-right, needs-unmet
 */
export const createNext = async (
  tx: Queryable,
  { after, reason }: { after: string; reason: string },
  { asker, now }: Pick<Creating, 'asker' | 'now'>,
): Promise<Created> => {
  const before = requireMay(asker, 'submission.write', await lockSubmission(tx, after))
  const number = before.number + 1
  const there = await submissionNumbered(tx, { ...before, number })
  if (there !== null) return { id: there }
  const kind = kinds[before.form]
  const formVersion = await newestVersion(tx, before.form)
  if (!kind?.numbered || formVersion === null) throw lacking('numbered', needLabels.numbered)
  if (before.origin !== 'filed' || before.status !== 'approved' || before.approvedRevision === null)
    throw lacking('approved', needLabels.approved)

  const approved = await approvedAnswers(tx, before.id, before.approvedRevision)
  const id = v7()
  const answers = withReason(approved?.answers ?? {}, kind.numbered.reason, reason)
  const { records, writes } = copyChanges(changesOf(kind, answers, v7), {
    by: asker.id,
    at: now.toISOString(),
    rev: 1,
  })
  const made = await insertSubmission(
    tx,
    { ...before, number, formVersion, dueAt: null },
    {
      submission: id,
      records: records.map(record => ({ ...record, via: 'carry' })),
      writes: mergedByRow(writes),
      version: records.length,
      actor: asker.id,
      at: now,
    },
  )
  if (made === null) throw lacking('approved', needLabels.approved)
  const { officeId: office, form, period, approvedRevision: revision } = before
  // The words of the reason are in the answer alone: the chain of events can forget nothing.
  const reasonAt = kind.numbered.reason
  const data = { office, form, period, number, formVersion, after, revision, sha256: approved?.sha256, reasonAt }
  const stream = submissionStream(id)
  // of an id that was made here nothing is told yet
  beginStream(tx, stream)
  return {
    id,
    event: { stream, type: 'submission.created', data, binds: { submission: [id] }, bound: made.bound },
  }
}
