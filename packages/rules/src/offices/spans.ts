/** The name, parent and tasks of an office from a day to a day, both inclusive; null: open-ended. */
export interface OfficeSpan {
  name: string
  shortName: string
  parent: string | null
  urusan: string[]
  from: string
  to: string | null
}

const dayMs = 86_400_000
/** The day so many days after another, as 2026-03-31. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

const covers = ({ from, to }: Pick<OfficeSpan, 'from' | 'to'>, day: string): boolean =>
  from <= day && (to === null || day <= to)

/**
 * The spans of an office with a new one that is valid from its day until the next known change. One that starts on the same day is
 * replaced. Null where the office did not exist on that day.
 */
export const withSpan = (spans: OfficeSpan[], span: Omit<OfficeSpan, 'to'>): OfficeSpan[] | null => {
  const cut = spans.find(s => covers(s, span.from))
  if (cut === undefined) return null
  const before = cut.from === span.from ? [] : [{ ...cut, to: daysAfter(span.from, -1) }]
  return spans.flatMap(s => (s === cut ? [...before, { ...span, to: cut.to }] : [s]))
}

/** The spans of an office that ends with a day: later ones are dropped. Null where it had not started by then. */
export const endedAt = (spans: OfficeSpan[], to: string): OfficeSpan[] | null => {
  const kept = spans.filter(s => s.from <= to)
  const last = kept.at(-1)
  return last === undefined ? null : [...kept.slice(0, -1), { ...last, to }]
}

/** The spans of a unit whose parent is replaced from a day on; where its parent was `from`, only that changes. */
export const movedUnder = (
  spans: OfficeSpan[],
  day: string,
  parents: { from: string; to: string | null },
): OfficeSpan[] =>
  spans.flatMap(s => {
    if (s.parent !== parents.from || (s.to !== null && s.to < day)) return [s]
    if (s.from >= day) return [{ ...s, parent: parents.to }]
    return [
      { ...s, to: daysAfter(day, -1) },
      { ...s, from: day, parent: parents.to },
    ]
  })

/** Whether an office exists on a day. */
export const isThere = (spans: Pick<OfficeSpan, 'from' | 'to'>[], day: string): boolean =>
  spans.some(s => covers(s, day))

interface Link {
  office: string
  parent: string | null
  from: string
  to: string | null
}

/** The first day on which an office would be its own ancestor, or null. Parents change only on days when some span starts. */
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
