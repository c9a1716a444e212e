import { listOffices, reader, readOffice, readSpans } from '@sepakat/db'
import { answerOf, seconded } from '#duties/secondingView.ts'
import { problem } from '#http/problem.ts'
import { handlers } from '#http/route.ts'
import { add } from './add.ts'
import { end } from './end.ts'
import { putLetterhead } from './putLetterhead.ts'

export const officeHandlers = handlers({
  'GET /offices': async ({ db, today }) => ({ items: await listOffices(reader(db), today) }),

  'GET /offices/:id': async ({ params: { id }, db, today }) => {
    const tx = reader(db)
    const [office, spans] = await Promise.all([readOffice(tx, id, today), readSpans(tx, id)])
    if (office === null) throw problem('not-found')
    return { ...office, spans }
  },

  'POST /offices': asked => asked.write(tx => add(tx, asked)),

  'POST /offices/:id/spans': async ({ params: { id: office }, body: span, actor, write, now, today, deps }) => {
    const act = { kind: 'office-parent', office, span } as const
    const asks = { actor, now, today, deps }
    return answerOf(await write(tx => seconded(tx, act, asks, async () => (await readOffice(tx, office, today))!)))
  },

  'PUT /offices/:id/letterhead': asked => asked.write(tx => putLetterhead(tx, asked)),
  'POST /offices/:id/end': asked => asked.write(tx => end(tx, asked)),
})
