import type { ResponseOf } from '../../../lib/apiTypes.ts'

export type DuePreview = ResponseOf<'POST /periods/preview'>
export type Rejudged = DuePreview['items'][number]

/** What new deadlines do to reports, as far as it was chosen that they judge submitted ones too. */
export function rejudged({ items }: DuePreview, alsoSubmitted: boolean) {
  const those = items.filter(item => alsoSubmitted || !item.submitted)
  return {
    late: those.filter(({ becomes }) => becomes === 'late'),
    onTime: those.filter(({ becomes }) => becomes === 'on-time'),
    /** Submitted before, and left as they were judged. */
    left: items.filter(item => item.submitted && !alsoSubmitted),
  }
}
