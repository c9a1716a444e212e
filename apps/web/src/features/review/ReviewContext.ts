import { useStore } from '@nanostores/react'
import type { Figure } from '@sepakat/rules'
import type { WritableAtom } from 'nanostores'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { FormStore } from '#sheet/answers/formStore.ts'
import type { Folds } from '#sheet/folds.ts'
import type { ResponseOf, Submission } from '#sync/apiTypes.ts'
import type { Sheet } from './model/sheet.ts'

export type Note = ResponseOf<'GET /submissions/:id/notes'>['items'][number]
export type Attachment = ResponseOf<'GET /submissions/:id/attachments'>['items'][number]

/** The part of the panel to show. */
export type Part = 'row' | 'notes' | 'evidence'

export interface Review {
  submission: Submission
  sheet: Sheet
  /** The current row, outside React's state: moving through 300 rows must not draw all of them again. */
  hand: WritableAtom<string | null>
  folds: Folds
  /** Notes by the anchor of their row; '' for those of the whole form. */
  notes: ReadonlyMap<string, readonly Note[]>
  files: ReadonlyMap<string, Attachment>
  ticked: ReadonlySet<string>
  /** The user may tick, note and decide now: the report is claimed by him or her. */
  reviewing: boolean
  /** The answers, while an evaluator writes in his or her cells of them; null where none may. */
  evaluation: FormStore | null
  setTick: (anchor: string, ticked: boolean) => void
  setTicks: (anchors: readonly string[], ticked: boolean) => void
  /** Only rows that differ from the previous revision are shown. */
  changedOnly: boolean
  /** Shows the derivation of a figure. */
  explain: (figure: Figure) => void
  /** Shows and focuses a row. */
  go: (anchor: string) => void
  /** Shows one part of the panel; as a drawer where it is not beside the answers. */
  show: (part: Part, how?: { writing?: boolean }) => void
}

export const ReviewContext = createContext<Review | null>(null)

export function useReview(): Review {
  const review = useContext(ReviewContext)
  if (!review) throw new Error('no report lies on this review')
  return review
}

export function useHand(): string | null {
  const { hand } = useReview()
  return useStore(hand)
}

export function useIsInHand(anchor: string): boolean {
  const { hand } = useReview()
  return useSyncExternalStore(
    hand.listen,
    useCallback(() => hand.get() === anchor, [hand, anchor]),
  )
}
