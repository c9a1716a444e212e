import type { Acting, Role } from '../access/roles.ts'
import type { FormId, ReportType } from '../reportTypes.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import type { ReportStatus } from '../workflow/statuses.ts'

/** A post in force, of a person who can sign in, as it decides what that person is told. */
export interface NoticePost {
  id: string
  person: string
  name: string
  role: Role
  title: string
  acting: Acting | null
  /** Empty: all of them. */
  reportTypes: ReportType[]
  region: boolean
  /** As the post names them; each includes its sub-offices. */
  offices: string[]
}

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

/** When people are told, as the region chose. Days before and after a due date. */
export interface NoticeRules {
  before: number[]
  after: number[]
  /** After the last of `after` again each so many days; 0: not again. */
  every: number
  /** So many days after it is due, the head of the office and the coordinator are told; 0: they are not. */
  escalation: number
  /** Whether those who review are told each working morning what waits for them. */
  digest: boolean
}
