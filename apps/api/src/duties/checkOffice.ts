import { type Queryable, readParents, readSpans } from '@sepakat/db'
import { circleOf, isThere, type OfficeSpan, withSpan } from '@sepakat/rules'
import { invalid, problem } from '#http/problem.ts'

/** @throws invalid where by these spans an office would be below its own child */
export const requireNoCircle = async (tx: Queryable, office: string, spans: OfficeSpan[]): Promise<void> => {
  const others = (await readParents(tx)).filter(link => link.office !== office)
  const circle = circleOf([...others, ...spans.map(({ parent, from, to }) => ({ office, parent, from, to }))], office)
  if (circle !== null)
    throw invalid(
      '/parent',
      `Sejak ${circle} perangkat daerah ini akan berada di bawah dirinya sendiri. Pilih induk lain.`,
    )
}

/** @throws invalid where the parent is none on that day */
export const requireParent = async (tx: Queryable, parent: string | null, from: string): Promise<void> => {
  if (parent === null) return
  if (!isThere(await readSpans(tx, parent), from))
    throw invalid('/parent', 'Induk ini tidak ada pada tanggal itu. Pilih perangkat daerah yang masih berlaku.')
}

/** Whether an office can have that name and parent from that day on. @throws invalid, not-found */
export const checkSpan = async (tx: Queryable, office: string, span: Omit<OfficeSpan, 'to'>): Promise<void> => {
  const own = await readSpans(tx, office)
  if (own.length === 0) throw problem('not-found')
  const spans = withSpan(own, span)
  if (spans === null) throw invalid('/from', 'Perangkat daerah ini tidak ada pada tanggal itu.')
  if (span.parent === office) throw invalid('/parent', 'Perangkat daerah tidak dapat berada di bawah dirinya sendiri.')
  await requireParent(tx, span.parent, span.from)
  await requireNoCircle(tx, office, spans)
}
