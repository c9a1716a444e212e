import type { ActorId, RuleSet, RuleSetStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { jsonOf } from '../json-of.ts'
import { actorNames, type Named } from '../submissions/actor-names.ts'

export interface RuleSetRow {
  id: string
  year: number
  version: number
  status: RuleSetStatus
  note: string
  proposedBy: Named
  proposedAt: Date
  approvedBy: Named | null
  approvedAt: Date | null
  body: RuleSet
}

/** All rule sets, the newest first. */
export const listRuleSets = async (tx: Queryable): Promise<RuleSetRow[]> => {
  const rows = await tx.prisma.ruleSet.findMany({ orderBy: [{ year: 'desc' }, { version: 'desc' }] })
  const nameOf = await actorNames(
    tx,
    rows.flatMap(({ proposedBy, approvedBy }) => [proposedBy as ActorId, approvedBy as ActorId | null]),
  )
  return rows.map(({ status, body, proposedBy, approvedBy, ...row }) => ({
    ...row,
    status: status as RuleSetStatus,
    body: jsonOf<RuleSet>(body),
    proposedBy: nameOf(proposedBy as ActorId),
    approvedBy: approvedBy === null ? null : nameOf(approvedBy as ActorId),
  }))
}
