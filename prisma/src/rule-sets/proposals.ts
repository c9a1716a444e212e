import type { ActorId, RuleSet, RuleSetStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { jsonOf } from '../jsonOf.ts'
import { statement } from '../statement.ts'
import { typed } from '../typed.ts'

const ruleSetsLock = statement('rule-sets-lock', `SELECT pg_advisory_xact_lock(hashtextextended('rule sets', 0))`)

/** Numbers and standing of rule sets are decided one after the other. */
export const lockRuleSets = async (tx: Queryable): Promise<void> => {
  await tx.query(ruleSetsLock)
}

/** The last number of a year; 0 before the first. */
export const lastRuleSet = async (tx: Queryable, year: number): Promise<number> =>
  (await tx.prisma.ruleSet.aggregate({ where: { year }, _max: { version: true } }))._max.version ?? 0

export interface NewRuleSet {
  id: string
  year: number
  version: number
  body: RuleSet
  note: string
  by: ActorId
  at: Date
}

/** Adds one that is proposed. */
export const addRuleSet = async (tx: Queryable, { body, by, at, ...ruleSet }: NewRuleSet): Promise<void> => {
  const proposed = { status: 'proposed', proposedBy: by, proposedAt: at }
  await tx.prisma.ruleSet.create({ data: { ...ruleSet, ...proposed, body: jsonOf(body) }, select: { id: true } })
}

export interface Proposal {
  year: number
  status: RuleSetStatus
  body: RuleSet
  /** The person who proposed it; null: the system. */
  proposer: string | null
}

/** A rule set as it is decided about; null where there is none. */
export const readProposal = async (tx: Queryable, id: string): Promise<Proposal | null> => {
  const ruleSet = await tx.prisma.ruleSet.findUnique({ where: { id } })
  if (ruleSet === null) return null
  const { year, status, body, proposedBy } = typed.ruleSet(ruleSet)
  const [kind, post] = proposedBy.split(':')
  const holder =
    kind === 'post' && post !== undefined
      ? await tx.prisma.post.findUnique({ where: { id: post }, select: { personId: true } })
      : null
  return { year, status, body, proposer: holder?.personId ?? null }
}

export const approveRuleSet = async (
  tx: Queryable,
  id: string,
  { by, at }: { by: ActorId; at: Date },
): Promise<void> => {
  await tx.prisma.ruleSet.update({
    where: { id },
    data: { status: 'approved', approvedBy: by, approvedAt: at },
    select: { id: true },
  })
}

export const withdrawRuleSet = async (tx: Queryable, id: string): Promise<void> => {
  await tx.prisma.ruleSet.update({ where: { id }, data: { status: 'withdrawn' }, select: { id: true } })
}
