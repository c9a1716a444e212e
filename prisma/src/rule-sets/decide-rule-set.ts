import type { ActorId, RuleSet, RuleSetStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

/** Numbers and standing of rule sets are decided one after the other. */
const lockRuleSets = (tx: Queryable) =>
  tx.query('rule-sets-lock', `SELECT pg_advisory_xact_lock(hashtextextended('rule sets', 0))`)

/** Keeps a proposal under the next number of its year. It counts nowhere until it is approved. @returns its id */
export const proposeRuleSet = async (
  tx: Queryable,
  { rules, year, note, by, at }: { rules: (id: string) => RuleSet; year: number; note: string; by: ActorId; at: Date },
): Promise<string> => {
  await lockRuleSets(tx)
  const [last] = await tx.query<{ version: number }>(
    'rule-set-last',
    'SELECT COALESCE(max(version), 0) AS version FROM rule_set WHERE year = $1',
    [year],
  )
  const version = last!.version + 1
  const id = `${year}.${version}`
  await tx.query(
    'rule-set-propose',
    `INSERT INTO rule_set (id, year, version, body, status, note, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, 'proposed', $5, $6, $7)`,
    [id, year, version, JSON.stringify(rules(id)), note, by, at],
  )
  return id
}

export interface Proposal {
  year: number
  status: RuleSetStatus
  body: RuleSet
  /** Who asks proposed it, at whatever post. */
  own: boolean
  /** The person who proposed it; null: the system. */
  proposer: string | null
}

/** A rule set as it is decided about, locked; null where there is none. */
export const lockProposal = async (tx: Queryable, id: string, person: string): Promise<Proposal | null> => {
  await lockRuleSets(tx)
  const [found] = await tx.query<Proposal>(
    'rule-set-proposal',
    `SELECT r.year, r.status, r.body,
            EXISTS (SELECT 1 FROM post p WHERE r.proposed_by = 'post:' || p.id AND p.person_id = $2) AS own,
            (SELECT p.person_id FROM post p WHERE r.proposed_by = 'post:' || p.id) AS proposer
     FROM rule_set r WHERE r.id = $1`,
    [id, person],
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
