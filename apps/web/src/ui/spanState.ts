interface Span {
  from: string
  to: string | null
}

/** The state of a dated span on a day: upcoming, current, or past. Its last day is inclusive. */
export function spanState({ from, to }: Span, today: string): 'future' | 'held' | 'over' {
  if (to !== null && to < today) return 'over'
  return from > today ? 'future' : 'held'
}

export const isHeld = (span: Span, today: string): boolean => spanState(span, today) === 'held'
