import type { BodyOf } from '#sync/apiTypes.ts'

/** The owner of a row while it is being edited. Years as typed. */
export interface AssignmentDraft {
  applies: boolean
  office: string
  /** Added to the current owners instead of replacing them. */
  shared: boolean
  reason: string
  note: string
  fromYear: string
  toYear: string
}

/** As the API takes it; what is no year is no number. */
export const assignmentBody = (draft: AssignmentDraft, form: string, row: string): BodyOf<'POST /assignments'> => ({
  form,
  row,
  office: draft.applies ? draft.office : null,
  reason: draft.applies ? null : draft.reason.trim(),
  note: draft.note.trim(),
  shared: draft.applies && draft.shared,
  fromYear: Number(draft.fromYear),
  toYear: draft.toYear ? Number(draft.toYear) : null,
})
