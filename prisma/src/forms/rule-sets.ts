import type { RuleSet } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { memory } from './memory.ts'

const known = memory<RuleSet>(20)

/** A rule set is immutable under its id. Null where there is none. */
export const ruleSetById = async (tx: Queryable, id: string): Promise<RuleSet | null> => {
  const kept = known.get(id)
  if (kept) return kept
  const [found] = await tx.query<{ body: RuleSet }>('rule-set', `SELECT body FROM rule_set WHERE id = $1`, [id])
  return found ? known.set(id, found.body) : null
}

/**
 * Which rule set counts in a year: the newest approved one of that year or before; a year before them all takes the first.
 * SQL for a scalar subquery, so that it comes along with what else is asked.
 */
export const ruleSetOfYear = (year: string): string => `(
  SELECT r.id FROM rule_set r WHERE r.status = 'approved'
  ORDER BY (r.year <= ${year}) DESC, CASE WHEN r.year <= ${year} THEN -r.year ELSE r.year END, r.version DESC LIMIT 1)`

/** The rule set `ruleSetOfYear` found. @throws where none was ever approved: a database without its reference data */
export const approvedRules = async (tx: Queryable, id: string | null | undefined): Promise<RuleSet> => {
  const rules = id ? await ruleSetById(tx, id) : null
  if (!rules) throw new Error('no approved rule set: the reference data is missing')
  return rules
}

export const rulesOfYear = async (tx: Queryable, year: number): Promise<RuleSet> => {
  const sql = `SELECT ${ruleSetOfYear('$1::int')} AS id`
  const [found] = await tx.query<{ id: string | null }>('rule-set-of-year', sql, [year])
  return approvedRules(tx, found?.id)
}

export interface RuleSetRow {
  id: string
  year: number
  version: number
  status: string
  approvedAt: Date | null
  body: RuleSet
}

/** All rule sets, the newest first. */
export const listRuleSets = (tx: Queryable): Promise<RuleSetRow[]> =>
  tx.query<RuleSetRow>(
    'rule-sets',
    `SELECT id, year, version, status, approved_at AS "approvedAt", body FROM rule_set ORDER BY year DESC, version DESC`,
  )
