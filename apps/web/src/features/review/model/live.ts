import type { Finding, Form } from '@sepakat/rules'
import { frozenSections } from '@sepakat/rules/form/frozenSections.ts'
import type { RevisionBody } from '#submissions/revisionBody.ts'
import type { EvaluationState } from './evaluationStore.ts'

/** What the evaluator has written so far, and what is computed from it. */
export interface Live extends Pick<RevisionBody, 'answers' | 'sections' | 'figures'> {
  /** What he or she has still to do. */
  review: Finding[]
}

/** What the evaluator has written, frozen and computed as on submitting. */
export function liveOf(form: Form, { answers }: EvaluationState, attachments: RevisionBody['attachments']): Live {
  const attached: Record<string, number> = {}
  for (const { anchor } of attachments) attached[anchor] = (attached[anchor] ?? 0) + 1
  const { figures, review } = form.evaluate(answers, attached)
  return { answers, sections: frozenSections(form, answers), figures, review }
}
