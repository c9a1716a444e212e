import {
  answerNote,
  appendEvent,
  findNote,
  findSubmission,
  insertNote,
  listNotes,
  lockSubmission,
  mayTo,
  noteOwner,
  partOf,
  type Queryable,
  reader,
  resolveNote,
  submissionStream,
  withinPart,
} from '@sepakat/db'
import { isAnchorOf, isOpen, kinds, statusLabels } from '@sepakat/rules'
import { lockedReview } from '../../http/locked-review.ts'
import { noteView, noteViews } from '../../http/note-view.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

const noteOf = async (tx: Queryable, submission: string, id: string) => {
  const note = await findNote(tx, submission, id)
  if (note === null) throw problem('not-found')
  return note
}

export const noteHandlers = handlers({
  'GET /submissions/:id/notes': async ({ params, actor, db, today }) => {
    const tx = reader(db)
    const submission = await findSubmission(tx, params.id)
    const asker = { ...actor, today }
    const part = submission ? partOf(asker, submission) : null
    if (!submission || (part === null && !mayTo(asker, 'submission.read', submission))) throw problem('not-found')
    const notes = await listNotes(tx, params.id)
    if (part === null) return { items: await noteViews(tx, notes) }
    const { has } = await withinPart(tx, submission, part)
    return {
      items: await noteViews(
        tx,
        notes.filter(({ anchor }) => has(anchor)),
      ),
    }
  },

  'POST /submissions/:id/notes': ({ params, body, actor, write, now, today }) =>
    write(async tx => {
      const submission = await lockedReview(tx, { id: params.id, asker: { ...actor, today }, now })
      const { anchor, text } = body
      // One id has one text, in the table and in history.
      const id = body.id.toLowerCase()
      if (!isAnchorOf(kinds[submission.form], anchor)) throw invalid('/anchor', 'Bagian ini tidak ada pada formulir.')
      const known = await findNote(tx, submission.id, id)
      // Sent again because its answer was lost on the way.
      if (known?.by === actor.id && known.anchor === anchor && known.text === text) return noteView(tx, known)
      if ((await noteOwner(tx, id)) !== null) throw problem('exists')
      const revision = submission.latestRevision
      await insertNote(tx, { id, submission: submission.id, anchor, text, revision, by: actor.id, at: now })
      const data = { note: id, anchor, revision }
      await appendEvent(tx, {
        stream: submissionStream(submission.id),
        type: 'note.added',
        actor: actor.id,
        at: now,
        data,
        binds: { note: [id] },
      })
      return noteView(tx, await noteOf(tx, submission.id, id))
    }),

  'POST /submissions/:id/notes/:note/answers': ({ params, body, actor, write, now, today }) =>
    write(async tx => {
      const submission = await lockSubmission(tx, params.id)
      const asker = { ...actor, today }
      if (!submission || !mayTo(asker, 'submission.write', submission))
        throw problem(submission && mayTo(asker, 'submission.read', submission) ? 'no-right' : 'not-found')
      const note = await noteOf(tx, submission.id, params.note)
      if (!isOpen(submission.status))
        throw problem('wrong-status', {
          detail: `Catatan dijawab selama laporan ada pada perangkat daerah. Laporan ini sedang berstatus "${statusLabels[submission.status]}".`,
        })
      if (note.status === 'resolved') throw problem('wrong-status', { detail: 'Catatan ini sudah dinyatakan selesai.' })
      await answerNote(tx, note.id, { text: body.text, by: actor.id, at: now.toISOString() })
      const data = { note: note.id, answer: note.answers.length + 1 }
      await appendEvent(tx, {
        stream: submissionStream(submission.id),
        type: 'note.answered',
        actor: actor.id,
        at: now,
        data,
        binds: { note: [note.id] },
      })
      return noteView(tx, await noteOf(tx, submission.id, note.id))
    }),

  'POST /submissions/:id/notes/:note/resolve': ({ params, actor, write, now, today }) =>
    write(async tx => {
      const submission = await lockedReview(tx, { id: params.id, asker: { ...actor, today }, now })
      const note = await noteOf(tx, submission.id, params.note)
      if (note.status === 'resolved') return noteView(tx, note)
      await resolveNote(tx, note.id)
      const data = { note: note.id }
      await appendEvent(tx, {
        stream: submissionStream(submission.id),
        type: 'note.resolved',
        actor: actor.id,
        at: now,
        data,
        binds: { note: [note.id] },
      })
      return noteView(tx, await noteOf(tx, submission.id, note.id))
    }),
})
