// What is printed: a frozen revision, or a draft in the same shape.
import type { Answers, Evaluation, Form } from '@sepakat/rules'
import { frozenSections } from '@sepakat/rules/form/frozenSections.ts'
import type { SourceStatuses } from '@sepakat/rules/names/valueBefore.ts'
import type { FrozenAttachment, RevisionBody } from '#submissions/revisionBody.ts'

export type Printed = Pick<RevisionBody, 'sections' | 'figures' | 'attachments'> & {
  sources: SourceStatuses
  words?: RevisionBody['words'] | undefined
}

/** A draft, laid out like a revision. */
export const printedDraft = (
  form: Form,
  answers: Answers,
  { figures }: Evaluation,
  attachments: FrozenAttachment[],
  sources: SourceStatuses,
): Printed => ({ sections: frozenSections(form, answers), figures, attachments, sources })

/** The body of a revision: frozen data of any age, read as far as it goes. */
export const printedRevision = ({
  sections = [],
  figures = [],
  attachments = [],
  sources = {},
  words,
}: Partial<RevisionBody>): Printed => ({ sections, figures, attachments, sources, words })
