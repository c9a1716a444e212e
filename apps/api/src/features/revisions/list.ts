import { actorNames, sealsOf } from '@sepakat/db'
import { type Asked, seenRevisions } from './seenRevisions.ts'
import { revisionView } from './view.ts'

/** The revisions of a submission that who asks may see, oldest first. @throws not-found */
export const list = async (asked: Asked) => {
  const { tx, submission, revisions } = await seenRevisions(asked)
  const nameOf = await actorNames(
    tx,
    revisions.flatMap(({ by, corrects }) => [by, corrects?.by ?? null]),
  )
  const seals = await sealsOf(tx, submission.id)
  return { items: revisions.map(revision => revisionView(revision, nameOf, seals.get(revision.n))) }
}
