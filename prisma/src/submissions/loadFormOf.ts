import type { Queryable } from '../database.ts'
import { type LoadedForm, loadForm } from '../forms/loadForm.ts'
import type { SubmissionRecord } from './submission.ts'

/** What a submission is of, and under which catalogue and plan. */
export type FormOfSubmission = Pick<
  SubmissionRecord,
  'form' | 'formVersion' | 'officeId' | 'period' | 'number' | 'plan'
>

/** The form of a submission as it was created or moved to; `drafts`: with what the office's other drafts say. Null where it is no longer there. */
export const loadFormOf = (
  tx: Queryable,
  { form, formVersion: version, officeId: office, period, number, plan }: FormOfSubmission,
  { drafts }: { drafts: boolean },
): Promise<LoadedForm | null> => loadForm(tx, { form, version, office, period, number, plan, drafts })
