import { type Answers, kinds, type Pointer, parsePointer } from '@sepakat/rules'
import { v7 } from 'uuid'
import { appendEvent, submissionStream } from '../append-event.ts'
import type { Queryable } from '../database.ts'
import { newestVersion } from '../forms/published-form.ts'
import { changesOf, copied, mergedByRow } from './answer-changes.ts'
import { type Asker, mayTo } from './asker.ts'
import { insertSubmission } from './insert-submission.ts'
import { lockSubmission, type SubmissionRecord } from './submission.ts'

export interface NextAsk {
  /** The approved submission that is changed. */
  after: string
  reason: string
  asker: Asker
  now: Date
}
export type Next =
  | { outcome: 'created' | 'there'; id: string }
  | { outcome: 'not-found' | 'no-right' }
  | { outcome: 'refused'; need: 'numbered' | 'approved' }

const numberAfter = async (
  tx: Queryable,
  { officeId, form, period, number }: SubmissionRecord,
): Promise<string | null> =>
  (
    await tx.query<{ id: string }>(
      'submission-numbered',
      `SELECT id FROM submission WHERE office_id = $1 AND form = $2 AND period = $3 AND number = $4`,
      [officeId, form, period, number + 1],
    )
  )[0]?.id ?? null

/** The reason stands in its own cell, never that of the number before. */
const withReason = (answers: Answers, at: Pointer, reason: string): Answers => {
  const { table, row, field } = parsePointer(at)!
  const own = answers[table]
  return { ...answers, [table]: { ...own, [row]: { ...own?.[row], [field]: reason } } }
}

/**
 * Begins a Perubahan: the next number, a copy of the approved answers before it with all ids kept. Only of forms that are
 * numbered, only after an approved one, so that one at a time is open. Asked again, it is the same one.
 */
export const createNext = async (tx: Queryable, { after, reason, asker, now }: NextAsk): Promise<Next> => {
  const before = await lockSubmission(tx, after)
  if (!before || !mayTo(asker, 'submission.write', before))
    return { outcome: before && mayTo(asker, 'submission.read', before) ? 'no-right' : 'not-found' }
  const there = await numberAfter(tx, before)
  if (there !== null) return { outcome: 'there', id: there }
  const kind = kinds[before.form]
  const formVersion = await newestVersion(tx, before.form)
  if (!kind?.numbered || formVersion === null) return { outcome: 'refused', need: 'numbered' }
  if (before.origin !== 'filed' || before.status !== 'approved' || before.approvedRevision === null)
    return { outcome: 'refused', need: 'approved' }

  const [approved] = await tx.query<{ answers: Answers; sha256: string }>(
    'revision-approved',
    `SELECT body -> 'answers' AS answers, sha256 FROM revision WHERE submission_id = $1 AND n = $2`,
    [before.id, before.approvedRevision],
  )
  const id = v7()
  const number = before.number + 1
  const signed = { by: asker.id, at: now.toISOString() }
  const answers = withReason(approved?.answers ?? {}, kind.numbered.reason, reason)
  const { records, writes } = copied(changesOf(kind, answers), { ...signed, rev: 1 })
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
  if (!made) return { outcome: 'refused', need: 'approved' }
  const { officeId: office, form, period } = before
  const data = {
    office,
    form,
    period,
    number,
    formVersion,
    after,
    revision: before.approvedRevision,
    sha256: approved?.sha256,
    // Its words stand in the answer alone: the chain of events can forget nothing.
    reasonAt: kind.numbered.reason,
  }
  await appendEvent(tx, {
    stream: submissionStream(id),
    type: 'submission.created',
    actor: asker.id,
    data,
    at: now,
    binds: { submission: [id] },
  })
  return { outcome: 'created', id }
}
