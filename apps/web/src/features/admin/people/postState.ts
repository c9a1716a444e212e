import type { Post } from '../../../lib/apiTypes.ts'

type Span = Pick<Post, 'from' | 'to'>

/** Where a post stands on a day: not begun, held, or over. The last day belongs to it. */
export function postState({ from, to }: Span, today: string): 'future' | 'held' | 'over' {
  if (to !== null && to < today) return 'over'
  return from > today ? 'future' : 'held'
}

export const isHeld = (post: Span, today: string): boolean => postState(post, today) === 'held'
