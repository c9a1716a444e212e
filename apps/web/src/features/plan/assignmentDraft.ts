import type { BodyOf } from '#sync/apiTypes.ts'
import type { Errors } from '#sync/problems/useChecked.ts'

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

const isYear = (text: string): boolean => /^\d{4}$/.test(text) && Number(text) >= 2015 && Number(text) <= 2100
const wrongYear = 'Tulis tahun dengan empat angka, 2015 sampai 2100.'

export const assignmentErrors = (draft: AssignmentDraft): Errors => ({
  office: draft.applies && !draft.office ? 'Pilih perangkat daerah yang mengampu.' : undefined,
  reason: !draft.applies && !draft.reason.trim() ? 'Tulis alasannya, misalnya kewenangan provinsi.' : undefined,
  fromYear: isYear(draft.fromYear) ? undefined : wrongYear,
  toYear:
    draft.toYear === '' || isYear(draft.toYear)
      ? draft.toYear && draft.toYear < draft.fromYear
        ? 'Tahun akhir tidak boleh sebelum tahun mulai.'
        : undefined
      : wrongYear,
})

/** As the API takes it; only of a draft without errors. */
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
