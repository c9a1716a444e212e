import type { ReportType } from '../reportTypes.ts'
import type { NoticeLine } from './NoticeLine.ts'

/** A report that is owed, as it decides who is told of it. No practice. */
export interface NoticeReport extends NoticeLine {
  /** The office, then what it belongs to, upwards. */
  officePath: string[]
  reportType: ReportType
  /** The last day on which its office can submit it; null: there is none. */
  closes: string | null
  /** The post that reviews it now. */
  claimedBy: string | null
}
