import { findSubmission, listNotes, reader, withinPart } from '@sepakat/db'
import type { Context } from '#http/route.ts'
import { requireSeen } from '#submissions/asker.ts'
import { noteViews } from '#submissions/noteView.ts'

type Asked = Pick<Context<'GET /submissions/:id/notes'>, 'params' | 'actor' | 'db'>

/** All notes of a report, or those within the part that was handed to who asks. */
export const list = async ({ params, actor, db }: Asked) => {
  const tx = reader(db)
  const { submission, part } = requireSeen(actor, await findSubmission(tx, params.id))
  const notes = await listNotes(tx, submission.id)
  if (part === null) return { items: await noteViews(tx, notes) }
  const { has } = await withinPart(tx, submission, part)
  const within = notes.filter(({ anchor }) => has(anchor))
  return { items: await noteViews(tx, within) }
}
