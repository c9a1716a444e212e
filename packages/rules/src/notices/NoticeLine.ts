import type { FormId } from '../reportTypes.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import type { ReportStatus } from '../workflow/statuses.ts'

/** A report that a notice is about, as it was when the notice was written. */
export interface NoticeLine {
  obligation: string | null
  submission: string | null
  office: string
  form: FormId
  period: PeriodKey
  number: number
  status: ReportStatus
  /** The day until which it is expected, of the region; null: none is set. */
  due: string | null
  /** The day since which it has this status; null while it was not created. */
  since: string | null
}
