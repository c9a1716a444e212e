import {
  addOffice,
  appendEvent,
  awaitsReorganisation,
  listOffices,
  lockOffices,
  putLetterhead,
  putSpans,
  reader,
  readOffice,
  readSpans,
  usesOfOffice,
} from '@sepakat/db'
import { endedAt, formTitle, periodTitle } from '@sepakat/rules'
import { requireNoCircle, requireParent } from '../../http/duties/check-office.ts'
import { answerOf, seconded } from '../../http/duties/seconding-view.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

const longestList = 10

/** Names what an office has begun and not finished, and what can be done about it. */
const unfinished = (open: Awaited<ReturnType<typeof usesOfOffice>>['open']): string => {
  const names = open.slice(0, longestList).map(({ form, period }) => `${formTitle(form)} ${periodTitle(period)}`)
  const more = open.length > longestList ? `, dan ${open.length - longestList} lainnya` : ''
  return `${open.length} laporan belum disetujui: ${names.join(', ')}${more}. Selesaikan dahulu, atau pilih penerusnya lewat Gabung atau pecah.`
}

export const officeHandlers = handlers({
  'GET /offices': async ({ db, today }) => ({ items: await listOffices(reader(db), today) }),

  'GET /offices/:id': async ({ params: { id }, db, today }) => {
    const tx = reader(db)
    const [office, spans] = await Promise.all([readOffice(tx, id, today), readSpans(tx, id)])
    if (office === null) throw problem('not-found')
    return { ...office, spans }
  },

  'POST /offices': async ({ body: { kind, code, note, ...span }, actor, write, now, today }) =>
    write(async tx => {
      await lockOffices(tx)
      await requireParent(tx, span.parent, span.from)
      const id = await addOffice(tx, { kind, code, note })
      const spans = [{ ...span, to: null }]
      await requireNoCircle(tx, id, spans)
      await putSpans(tx, id, spans)
      const data = { office: id, change: 'added', kind, code, ...span }
      await appendEvent(tx, { stream: 'rights', type: 'office.changed', actor: actor.id, at: now, data })
      return (await readOffice(tx, id, today))!
    }),

  'POST /offices/:id/spans': async ({ params: { id: office }, body: span, actor, write, now, today, deps }) => {
    const act = { kind: 'office-parent', office, span } as const
    const asks = { actor, now, today, deps }
    return answerOf(await write(tx => seconded(tx, act, asks, async () => (await readOffice(tx, office, today))!)))
  },

  'PUT /offices/:id/letterhead': async ({ params: { id }, body, actor, write, now }) =>
    write(async tx => {
      if (!(await putLetterhead(tx, id, body))) throw problem('not-found')
      const data = { office: id, change: 'letterhead', ...body }
      await appendEvent(tx, { stream: 'rights', type: 'office.changed', actor: actor.id, at: now, data })
      return body
    }),

  'POST /offices/:id/end': async ({ params: { id }, body: { to }, actor, write, now, today }) =>
    write(async tx => {
      await lockOffices(tx)
      if ((await readOffice(tx, id, today)) === null) throw problem('not-found')
      const spans = endedAt(await readSpans(tx, id), to)
      if (spans === null) throw invalid('/to', 'Perangkat daerah ini belum ada pada tanggal itu.')
      const { children, open } = await usesOfOffice(tx, id, to)
      if (children.length > 0)
        throw problem('in-use', { detail: `Pindahkan atau akhiri dahulu yang di bawahnya: ${children.join(', ')}.` })
      if (open.length > 0) throw problem('in-use', { detail: unfinished(open) })
      if (await awaitsReorganisation(tx, id))
        throw problem('in-use', {
          detail: 'Ada penggabungan atau pemecahan yang menunggu tanggalnya. Batalkan dahulu.',
        })
      await putSpans(tx, id, spans)
      const data = { office: id, change: 'ended', to }
      await appendEvent(tx, { stream: 'rights', type: 'office.changed', actor: actor.id, at: now, data })
      return (await readOffice(tx, id, today))!
    }),
})
