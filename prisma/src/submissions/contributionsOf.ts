import type { ActorId, Anchor, ContributionStatus } from '@sepakat/rules'

/** A part of a submission that its office handed to a unit below or a person; one of `office` and `person` is null. Instants as text. */
export interface Contribution {
  id: string
  anchors: Anchor[]
  office: string | null
  /** That office and all above it. */
  officePath: string[] | null
  person: string | null
  /** What the unit or the person is called. */
  name: string
  dueAt: string
  status: ContributionStatus
  /** What is asked, or what is to be mended. */
  note: string
  by: ActorId
  at: string
  statusAt: string
}

/** All of a submission, oldest first, as JSON. SQL for a column; the function is of the migrations. */
export const contributionsOf = (submission: string): string => `CASE
  WHEN EXISTS (SELECT FROM contribution c WHERE c.submission_id = ${submission}) THEN contributions_of(${submission}) ELSE '[]' END`
