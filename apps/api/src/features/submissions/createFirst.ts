import {
  beginStream,
  beginSubmission,
  createdDetails,
  findOwed,
  type Owed,
  type OwedKey,
  officePathOf,
  type Queryable,
  type ReturnedEvent,
  type SubmissionDetails,
  submissionStream,
  type Transaction,
} from '@sepakat/db'
import { type Answers, closedAt, kinds, reportTypeOf } from '@sepakat/rules'
import { lacking } from '#http/lacking.ts'
import { type ProblemError, problem } from '#http/problem.ts'
import { type Asker, mayTo, requireMay } from '#submissions/asker.ts'
import { firstAnswers } from './firstAnswers.ts'

/** @throws needs-unmet while the period of a report is not open yet, or no longer; `zone`: in which its days are said */
const requireOpenPeriod = (owed: Owed, { now, zone }: { now: Date; zone: string }): void => {
  const closed = closedAt({ ...owed, number: 1, status: 'draft', returnDueAt: null }, now)
  if (closed === null && (owed.opensAt === null || owed.opensAt <= now)) return
  const day = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: zone })
  const message = closed
    ? `Periode ini sudah ditutup pada ${day.format(closed)}. Mintalah perpanjangan kepada koordinator.`
    : `Periode ini baru dibuka pada ${day.format(owed.opensAt ?? undefined)}.`
  throw lacking('period-open', message)
}

/** Who creates, and when; `zone` is that of the region. */
export interface Creating {
  asker: Asker
  now: Date
  zone: string
}

/** A report that was created, with its event; without one where it was there already. */
export interface Created {
  id: string
  event?: ReturnedEvent<'submission.created'>
  /** All that is told of it, where that is known without reading. */
  details?: SubmissionDetails
}

/** Why nothing is owed: there is no such office in reach, or it owes no such form. */
const unowed = async (tx: Queryable, of: OwedKey, asker: Asker): Promise<ProblemError> => {
  if ('obligation' in of) return problem('not-found')
  const officePath = await officePathOf(tx, of.office)
  const known = officePath && mayTo(asker, 'submission.write', { officePath, reportType: reportTypeOf(of.form) })
  return problem(known ? 'no-obligation' : 'not-found')
}

/**
 * Creates the report of an obligation: number 1, with the obligation's id, on the newest catalogue, with what carries over from
 * the period before and then the `answers` that a program sends along, judged like a save. Asked again, or at once from two
 * devices, it is the same one.
 * @throws not-found, no-right, no-obligation, needs-unmet, invalid
 */
export const createFirst = async (
  tx: Transaction,
  { answers, ...of }: OwedKey & { answers?: Answers },
  { asker, now, zone }: Creating,
): Promise<Created> => {
  const found = await findOwed(tx, of, { actor: asker.id, today: asker.today })
  if (!found) throw await unowed(tx, of, asker)
  const owed = requireMay(asker, 'submission.write', { ...found, reportType: reportTypeOf(found.form) })
  if (owed.first !== null) return { id: owed.first }
  const { id, officeId: office, form, period, newest: formVersion } = owed
  const kind = kinds[form]
  if (!kind || formVersion === null) throw problem('no-obligation')
  requireOpenPeriod(owed, { now, zone })

  const start = await firstAnswers(tx, kind, { ...owed, formVersion }, { answers, asker, now })
  const first = { ...start, submission: id, actor: asker.id, at: now }
  const bound = beginSubmission(tx, { ...owed, number: 1, formVersion }, first)
  const stream = submissionStream(id)
  if (!owed.told) beginStream(tx, stream)
  const carried = start.records.filter(({ via }) => via === 'carry').length
  const data = { office, form, period, number: 1, formVersion, carried, sent: answers !== undefined }
  return {
    id,
    event: { stream, type: 'submission.created', data, binds: { submission: [id] }, bound },
    details: createdDetails({ ...owed, formVersion }, first),
  }
}
