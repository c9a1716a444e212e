import type { ResponseOf } from '#sync/apiTypes.ts'

export type DuePreview = ResponseOf<'POST /periods/preview'>
export type LatenessChange = DuePreview['items'][number]

/** What new deadlines do to reports; `alsoSubmitted`: they apply to submitted ones too. */
export function latenessChanges({ items }: DuePreview, alsoSubmitted: boolean) {
  const those = items.filter(item => alsoSubmitted || !item.submitted)
  return {
    late: those.filter(({ becomes }) => becomes === 'late'),
    onTime: those.filter(({ becomes }) => becomes === 'on-time'),
    /** Submitted before, and left as judged then. */
    left: items.filter(item => item.submitted && !alsoSubmitted),
  }
}
