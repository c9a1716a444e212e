import type { ActorId, Anchor, ContributionStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

export interface NewContribution {
  id: string
  submission: string
  anchors: Anchor[]
  office: string | null
  person: string | null
  dueAt: Date
  note: string
  by: ActorId
  at: Date
}

/** False where the id is taken, whosever it is. */
export const insertContribution = async (
  tx: Queryable,
  { submission: submissionId, office: officeId, person: personId, at, ...part }: NewContribution,
): Promise<boolean> => {
  const data = { ...part, submissionId, officeId, personId, at, statusAt: at }
  return (await tx.prisma.contribution.createMany({ data, skipDuplicates: true })).count === 1
}

/** A new status; a part that is returned has a new note, and a new date where one is given. */
export const putContribution = async (
  tx: Queryable,
  { id, at: statusAt, ...changed }: { id: string; status: ContributionStatus; at: Date; note?: string; dueAt?: Date },
): Promise<void> => {
  await tx.prisma.contribution.update({ where: { id }, data: { ...changed, statusAt }, select: { id: true } })
}
