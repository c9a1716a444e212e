interface Span {
  from: string
  to: string | null
}

/** Where something with dates stands on a day: not begun, held, or over. Its last day belongs to it. */
export function spanState({ from, to }: Span, today: string): 'future' | 'held' | 'over' {
  if (to !== null && to < today) return 'over'
  return from > today ? 'future' : 'held'
}

export const isHeld = (span: Span, today: string): boolean => spanState(span, today) === 'held'
