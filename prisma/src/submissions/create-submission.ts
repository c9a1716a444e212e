import { type Answers, kinds, reportTypeOf } from '@sepakat/rules'
import { appendEvent, submissionStream } from '../append-event.ts'
import type { Queryable } from '../database.ts'
import { officePathOf } from '../forms/form-basis.ts'
import { type Asker, mayTo } from './asker.ts'
import { findOwed, type OwedKey } from './find-owed.ts'
import { firstAnswers, type RefusedAnswer } from './first-answers.ts'
import { insertSubmission } from './insert-submission.ts'
import { closedAt } from './submission.ts'

export type CreateAsk = {
  of: OwedKey
  /** What a program sends along; judged like a save, all or nothing. */
  answers?: Answers
  asker: Asker
  now: Date
}
export type Created =
  | { outcome: 'created' | 'there'; id: string }
  | { outcome: 'not-found' | 'no-right' | 'no-obligation' }
  | { outcome: 'not-open'; opensAt: Date | null; closedAt: Date | null }
  | { outcome: 'refused'; refused: RefusedAnswer[] }

/** Why nothing is owed: there is no such office in reach, or it owes no such form. */
const unowed = async (tx: Queryable, { of, asker }: CreateAsk): Promise<Created> => {
  if ('obligation' in of) return { outcome: 'not-found' }
  const officePath = await officePathOf(tx, of.office)
  const known = officePath && mayTo(asker, 'submission.write', { officePath, reportType: reportTypeOf(of.form) })
  return { outcome: known ? 'no-obligation' : 'not-found' }
}

/**
 * Begins the report of an obligation: number 1, with the obligation's id, on the newest catalogue, with what carries over from
 * the period before and then what was sent along. Asked again, or at once from two devices, it is the same one.
 */
export const createSubmission = async (tx: Queryable, ask: CreateAsk): Promise<Created> => {
  const { asker, now, answers } = ask
  const found = await findOwed(tx, ask.of)
  if (!found) return unowed(tx, ask)
  const of = { ...found, reportType: reportTypeOf(found.form) }
  if (!mayTo(asker, 'submission.write', of))
    return { outcome: mayTo(asker, 'submission.read', of) ? 'no-right' : 'not-found' }
  if (found.first !== null) return { outcome: 'there', id: found.first }
  const kind = kinds[found.form]
  if (!kind || found.newest === null) return { outcome: 'no-obligation' }
  const closed = closedAt({ ...found, number: 1, status: 'draft' }, now)
  if (closed !== null || (found.opensAt !== null && found.opensAt > now))
    return { outcome: 'not-open', opensAt: found.opensAt, closedAt: closed }

  const begun = await firstAnswers(tx, kind, { ...found, formVersion: found.newest }, ask)
  if ('refused' in begun) return { outcome: 'refused', refused: begun.refused }
  const first = { ...begun, submission: found.id, actor: asker.id, at: now }
  const made = await insertSubmission(tx, { ...of, number: 1, formVersion: found.newest }, first)
  if (!made) return { outcome: 'there', id: found.id }
  const { officeId: office, form, period } = found
  const carried = begun.records.filter(({ via }) => via === 'carry').length
  const data = { office, form, period, number: 1, formVersion: found.newest, carried, sent: answers !== undefined }
  await appendEvent(tx, {
    stream: submissionStream(found.id),
    type: 'submission.created',
    actor: asker.id,
    data,
    at: now,
    binds: { submission: [found.id] },
  })
  return { outcome: 'created', id: found.id }
}
