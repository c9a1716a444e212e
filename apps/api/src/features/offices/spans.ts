import type { SpanRow } from '@sepakat/db'

const dayMs = 86_400_000
const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

const covers = ({ from, to }: Pick<SpanRow, 'from' | 'to'>, day: string): boolean =>
  from <= day && (to === null || day <= to)

/**
 * The spans of an office with a new one that holds from its day until the next known change. One that begins on the same day is
 * put in its place. Null where the office did not exist on that day.
 */
export const withSpan = (spans: SpanRow[], span: Omit<SpanRow, 'to'>): SpanRow[] | null => {
  const cut = spans.find(s => covers(s, span.from))
  if (cut === undefined) return null
  const before = cut.from === span.from ? [] : [{ ...cut, to: daysAfter(span.from, -1) }]
  return spans.flatMap(s => (s === cut ? [...before, { ...span, to: cut.to }] : [s]))
}

/** The spans of an office that ends with a day: what would have come after falls away. Null where it had not begun by then. */
export const endedAt = (spans: SpanRow[], to: string): SpanRow[] | null => {
  const kept = spans.filter(s => s.from <= to)
  const last = kept.at(-1)
  return last === undefined ? null : [...kept.slice(0, -1), { ...last, to }]
}

interface Link {
  office: string
  parent: string | null
  from: string
  to: string | null
}

/** The first day on which an office would stand below itself, or null. Parents change only on days when some span begins. */
export const circleOf = (links: Link[], office: string): string | null => {
  const days = [...new Set(links.map(link => link.from))].sort()
  const isCircle = (day: string): boolean => {
    const parents = new Map(links.filter(link => covers(link, day)).map(link => [link.office, link.parent]))
    const seen = new Set<string>()
    for (let at = parents.get(office); at; at = parents.get(at)) {
      if (at === office) return true
      if (seen.has(at)) return false
      seen.add(at)
    }
    return false
  }
  return days.find(isCircle) ?? null
}
