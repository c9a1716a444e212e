import type { ActorId, RuleSet, RuleSetStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

/** Numbers and standing of rule sets are decided one after the other. */
export const lockRuleSets = async (tx: Queryable): Promise<void> => {
  await tx.query('rule-sets-lock', `SELECT pg_advisory_xact_lock(hashtextextended('rule sets', 0))`)
}

/** The last number of a year; 0 before the first. */
export const lastRuleSet = async (tx: Queryable, year: number): Promise<number> =>
  (
    await tx.query<{ version: number }>(
      'rule-set-last',
      'SELECT COALESCE(max(version), 0) AS version FROM rule_set WHERE year = $1',
      [year],
    )
  )[0]!.version

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
export const addRuleSet = async (
  tx: Queryable,
  { id, year, version, body, note, by, at }: NewRuleSet,
): Promise<void> => {
  await tx.query(
    'rule-set-propose',
    `INSERT INTO rule_set (id, year, version, body, status, note, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, 'proposed', $5, $6, $7)`,
    [id, year, version, JSON.stringify(body), note, by, at],
  )
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
  const [found] = await tx.query<Proposal>(
    'rule-set-proposal',
    `SELECT r.year, r.status, r.body, (SELECT p.person_id FROM post p WHERE r.proposed_by = 'post:' || p.id) AS proposer
     FROM rule_set r WHERE r.id = $1`,
    [id],
  )
  return found ?? null
}

export const approveRuleSet = async (
  tx: Queryable,
  id: string,
  { by, at }: { by: ActorId; at: Date },
): Promise<void> => {
  await tx.query(
    'rule-set-approve',
    `UPDATE rule_set SET status = 'approved', approved_by = $2, approved_at = $3 WHERE id = $1`,
    [id, by, at],
  )
}

export const withdrawRuleSet = async (tx: Queryable, id: string): Promise<void> => {
  await tx.query('rule-set-withdraw', `UPDATE rule_set SET status = 'withdrawn' WHERE id = $1`, [id])
}
