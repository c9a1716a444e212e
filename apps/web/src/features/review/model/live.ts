import type { Finding } from '@sepakat/rules'
import { frozenSections } from '@sepakat/rules/form/frozenSections.ts'
import type { FormStore } from '#sheet/answers/formStore.ts'
import type { RevisionBody } from '#submissions/revisionBody.ts'

/** What the evaluator has written so far, and what is computed from it. */
export interface Live extends Pick<RevisionBody, 'answers' | 'sections' | 'figures'> {
  /** What he or she has still to do. */
  review: Finding[]
}

/** What the evaluator has written, frozen as on submitting; computed when the store last paused. */
export function liveOf({ cells, form, evaluated }: FormStore): Live {
  const answers = cells.answers()
  const { figures, review } = evaluated()
  return { answers, sections: frozenSections(form, answers), figures, review }
}
