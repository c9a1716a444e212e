import { findSubmission, loadFormOf, reader, withinPart } from '@sepakat/db'
import { parseRowPointer } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { isOwn, mayRead, requireSeen } from '#submissions/asker.ts'
import { formView } from './view.ts'

type Asked = Pick<Context<'GET /submissions/:id/form'>, 'params' | 'actor' | 'db'>

/** All that a device builds the form of a submission from. @throws not-found, no-right */
export const readForm = async ({ params, actor, db }: Asked) => {
  const tx = reader(db)
  const { submission, part } = requireSeen(actor, await findSubmission(tx, params.id))
  if (part === null && !mayRead(actor, submission)) throw problem('no-right')
  const handed = part && (await withinPart(tx, submission, part)).rows.map(at => parseRowPointer(at)!.row)
  // A user who fills in sees the rows that saving knows, of drafts too.
  const loaded = await loadFormOf(tx, submission, { drafts: handed !== null || isOwn(actor, submission) })
  if (loaded === null) throw problem('not-found')
  return formView(loaded, handed)
}
