import {
  AfterEvents,
  findSubmission,
  listContributors,
  listHandedTo,
  noEvent,
  putContribution,
  type Queryable,
  type ReturnedEvent,
  reader,
  submissionStream,
  written,
} from '@sepakat/db'
import type { ContributionAct, EventType } from '@sepakat/rules'
import { invalid, problem } from '#http/problem.ts'
import { handlers } from '#http/route.ts'
import { mayTo } from '#submissions/asker.ts'
import { shownSubmission, withVersion } from '#submissions/shownSubmission.ts'
import { type Asked, decidePart } from './decidePart.ts'
import { give } from './give.ts'
import { handedPartView } from './view.ts'

const events = {
  done: 'contribution.done',
  'take-back': 'contribution.taken-back',
  return: 'contribution.given',
} as const satisfies Record<ContributionAct, EventType>
type EventOfAct = { [A in ContributionAct]: ReturnedEvent<(typeof events)[A]> }

/** Of a return: what is to be mended, and until when where that is new. */
interface Sent {
  note?: string
  dueAt?: Date
}

/** What becomes of a part that was handed out. A repetition changes nothing. @throws not-found, no-right, wrong-status */
const movePart = async <A extends ContributionAct>(tx: Queryable, act: A, asked: Asked, sent: Sent = {}) => {
  const { submission, part, to } = await decidePart(tx, act, asked)
  if (to === null) return noEvent(await shownSubmission(tx, asked))
  await putContribution(tx, { id: part.id, status: to, at: asked.now, ...sent })
  const event: EventOfAct[ContributionAct] = {
    stream: submissionStream(submission.id),
    type: events[act],
    data: { contribution: part.id, ...(act === 'return' && { returned: true, dueAt: sent.dueAt?.toISOString() }) },
    binds: { contribution: [part.id] },
  }
  return written(new AfterEvents(tx => shownSubmission(tx, asked)), event as EventOfAct[A])
}

/** Asked before a key is claimed. @throws invalid */
const dueAfter = (now: Date, dueAt: string): Date => {
  const due = new Date(dueAt)
  if (due <= now) throw invalid('/dueAt', 'Batas waktu ini sudah lewat. Pilih waktu yang akan datang.')
  return due
}

export const contributionHandlers = handlers({
  'GET /contributions': async ({ actor: { person, access }, db }) => {
    const reportTypes = access.kind === 'key' ? access.reportTypes : null
    const parts = await listHandedTo(reader(db), { person: person.id, offices: access.offices, reportTypes })
    return { items: parts.map(handedPartView) }
  },
  'GET /submissions/:id/contributors': async ({ params, actor, db, today }) => {
    const tx = reader(db)
    const submission = await findSubmission(tx, params.id)
    if (!submission || !mayTo(actor, 'contribution.manage', submission)) throw problem('not-found')
    return listContributors(tx, submission.officeId, today)
  },
  'POST /submissions/:id/contributions': async asked => {
    const dueAt = dueAfter(asked.now, asked.body.dueAt)
    return withVersion(asked.write(tx => give(tx, asked, dueAt)))
  },
  'POST /submissions/:id/contributions/:contribution/done': asked =>
    withVersion(asked.write(tx => movePart(tx, 'done', asked))),
  'POST /submissions/:id/contributions/:contribution/take-back': asked =>
    withVersion(asked.write(tx => movePart(tx, 'take-back', asked))),
  'POST /submissions/:id/contributions/:contribution/return': async asked => {
    const { note, dueAt } = asked.body
    const sent = { note, dueAt: dueAt === undefined ? undefined : dueAfter(asked.now, dueAt) }
    return withVersion(asked.write(tx => movePart(tx, 'return', asked, sent)))
  },
})
