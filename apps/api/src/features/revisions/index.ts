import {
  actorNames,
  findSubmission,
  isInside,
  mayTo,
  type RevisionLine,
  reader,
  recordReading,
  revisionBody,
  sealsOf,
  visibleRevisions,
} from '@sepakat/db'
import { problem } from '../../http/problem.ts'
import { type Context, handlers } from '../../http/route.ts'

type Asked = Pick<Context<'GET /submissions/:id/revisions'>, 'params' | 'actor' | 'db' | 'today'>

const read = async ({ params, actor, db, today }: Asked) => {
  const tx = reader(db)
  const asker = { ...actor, today }
  const submission = await findSubmission(tx, params.id)
  if (!submission || !mayTo(asker, 'submission.read', submission)) throw problem('not-found')
  const revisions = await visibleRevisions(tx, asker, submission)
  const nameOf = await actorNames(
    tx,
    revisions.map(({ by }) => by),
  )
  const seals = await sealsOf(tx, submission.id)
  const line = ({ at, by, ...revision }: RevisionLine) => {
    const seal = seals.get(revision.n)
    return {
      ...revision,
      at: at.toISOString(),
      by: nameOf(by),
      seal: seal ? { mark: seal.mark, at: seal.at.toISOString() } : null,
    }
  }
  return { tx, asker, submission, lines: revisions.map(line) }
}

export const revisionHandlers = handlers({
  'GET /submissions/:id/revisions': async asked => ({ items: (await read(asked)).lines }),

  'GET /submissions/:id/revisions/:n': async asked => {
    const { tx, asker, submission, lines } = await read(asked)
    const line = lines.find(({ n }) => n === asked.params.n)
    const body = line && (await revisionBody(tx, submission.id, line.n))
    if (!line || !body) throw problem('not-found')
    if (!isInside(asker, submission))
      await recordReading(asked.db, { submission: submission.id, actor: asker.id, at: asked.now })
    return { ...line, body }
  },
})
