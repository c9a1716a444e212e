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
