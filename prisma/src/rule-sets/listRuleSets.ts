import type { RuleSet, RuleSetStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { actorNames, type Named } from '../submissions/actorNames.ts'
import { typed } from '../typed.ts'

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
  const stored = await tx.prisma.ruleSet.findMany({ orderBy: [{ year: 'desc' }, { version: 'desc' }] })
  const rows = stored.map(typed.ruleSet)
  const nameOf = await actorNames(
    tx,
    rows.flatMap(({ proposedBy, approvedBy }) => [proposedBy, approvedBy]),
  )
  return rows.map(({ proposedBy, approvedBy, ...row }) => ({
    ...row,
    proposedBy: nameOf(proposedBy),
    approvedBy: approvedBy && nameOf(approvedBy),
  }))
}
