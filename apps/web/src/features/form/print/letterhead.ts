import type { Submission } from '#sync/apiTypes.ts'

export interface Letterhead {
  region: string
  office: string
  title: string
  period: string
  /** `Kiriman ke-2, tanda terima …`, or that it is a draft. */
  standing: string
  draft: boolean
}

/** The office and period of the report. */
export const headOf = (submission: Submission, region: string): Omit<Letterhead, 'standing' | 'draft'> => ({
  region,
  office: submission.office.name,
  title: `${submission.title}${submission.number > 1 ? `, perubahan ke-${submission.number - 1}` : ''}`,
  period: submission.periodTitle,
})
