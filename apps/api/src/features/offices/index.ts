import {
  addOffice,
  appendEvent,
  awaitsReorganisation,
  formTitle,
  listOffices,
  lockOffices,
  putLetterhead,
  putSpans,
  type Queryable,
  reader,
  readOffice,
  readParents,
  readSpans,
  usesOfOffice,
} from '@sepakat/db'
import { circleOf, endedAt, isThere, type OfficeSpan, periodTitle, withSpan } from '@sepakat/rules'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

/** Puts an office's spans, unless a parent is none on a day it is needed or would stand below its own child. */
const place = async (tx: Queryable, id: string, spans: OfficeSpan[]): Promise<void> => {
  await putSpans(tx, id, spans)
  const links = await readParents(tx)
  const circle = circleOf(links, id)
  if (circle !== null)
    throw invalid(
      '/parent',
      `Sejak ${circle} perangkat daerah ini akan berada di bawah dirinya sendiri. Pilih induk lain.`,
    )
}

const requireParent = async (tx: Queryable, parent: string | null, from: string): Promise<void> => {
  if (parent === null) return
  if (!isThere(await readSpans(tx, parent), from))
    throw invalid('/parent', 'Induk ini tidak ada pada tanggal itu. Pilih perangkat daerah yang masih berlaku.')
}

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
      await place(tx, id, [{ ...span, to: null }])
      const data = { office: id, change: 'added', kind, code, ...span }
      await appendEvent(tx, { stream: 'rights', type: 'office.changed', actor: actor.id, at: now, data })
      return (await readOffice(tx, id, today))!
    }),

  'POST /offices/:id/spans': async ({ params: { id }, body: span, actor, write, now, today }) =>
    write(async tx => {
      await lockOffices(tx)
      if ((await readOffice(tx, id, today)) === null) throw problem('not-found')
      const spans = withSpan(await readSpans(tx, id), span)
      if (spans === null) throw invalid('/from', 'Perangkat daerah ini tidak ada pada tanggal itu.')
      if (span.parent === id) throw invalid('/parent', 'Perangkat daerah tidak dapat berada di bawah dirinya sendiri.')
      await requireParent(tx, span.parent, span.from)
      await place(tx, id, spans)
      const data = { office: id, change: 'span', ...span }
      await appendEvent(tx, { stream: 'rights', type: 'office.changed', actor: actor.id, at: now, data })
      return (await readOffice(tx, id, today))!
    }),

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
      await place(tx, id, spans)
      const data = { office: id, change: 'ended', to }
      await appendEvent(tx, { stream: 'rights', type: 'office.changed', actor: actor.id, at: now, data })
      return (await readOffice(tx, id, today))!
    }),
})
