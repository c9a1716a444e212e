import { actorNames, recordReading, revisionBody, sealsOf } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { correctedCells } from './correctedCells.ts'
import { seenRevisions } from './seenRevisions.ts'
import { revisionView } from './view.ts'

type Asked = Pick<Context<'GET /submissions/:id/revisions/:n'>, 'params' | 'actor' | 'db' | 'now'>

/** One revision as it was frozen. That somebody outside its office reads it is recorded. @throws not-found */
export const read = async (asked: Asked) => {
  const { actor, db, now, params } = asked
  const { tx, submission, revisions, outside } = await seenRevisions(asked)
  const line = revisions.find(({ n }) => n === params.n)
  const body = line && (await revisionBody(tx, submission.id, line.n))
  if (!line || !body) throw problem('not-found')
  if (outside) await recordReading(db, { submission: submission.id, actor: actor.id, at: now })
  const nameOf = await actorNames(tx, [line.by, line.corrects?.by ?? null])
  const seals = await sealsOf(tx, submission.id)
  return {
    ...revisionView(line, nameOf, seals.get(line.n)),
    body,
    corrected: await correctedCells(tx, submission.id, line),
  }
}
