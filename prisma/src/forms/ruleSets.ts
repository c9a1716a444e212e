import type { RuleSet, RuleSetStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'
import { memory } from './memory.ts'

const known = memory<RuleSet>(20)

const ruleSet = statement('rule-set', `SELECT status, body FROM rule_set WHERE id = $1`, {
  status: col.text.as<RuleSetStatus>(),
  body: col.jsonb.as<RuleSet>(),
})

/** A rule set is immutable under its id. Null where there is none. */
export const ruleSetById = async (tx: Queryable, id: string): Promise<RuleSet | null> => {
  const kept = known.get(id)
  if (kept) return kept
  const [found] = await tx.query(ruleSet, [id])
  // Only what is approved is asked for often.
  return found?.status === 'approved' ? known.set(id, found.body) : (found?.body ?? null)
}

/**
 * Which rule set counts in a year: the newest approved one of that year or before; a year before them all takes the first.
 * SQL for a scalar subquery, so that it comes along with what else is asked; `besides` is the id of one that is taken as approved.
 */
export const ruleSetOfYear = (year: string, besides = 'NULL'): string => `(
  SELECT r.id FROM rule_set r WHERE r.status = 'approved' OR r.id = ${besides}
  ORDER BY (r.year <= ${year}) DESC, CASE WHEN r.year <= ${year} THEN -r.year ELSE r.year END, r.version DESC LIMIT 1)`

/** The rule set `ruleSetOfYear` found. @throws where none was ever approved: a database without its reference data */
export const approvedRules = async (tx: Queryable, id: string | null | undefined): Promise<RuleSet> => {
  const rules = id ? await ruleSetById(tx, id) : null
  if (!rules) throw new Error('no approved rule set: the reference data is missing')
  return rules
}

const ruleSetOfAYear = statement('rule-set-of-year', `SELECT ${ruleSetOfYear('$1::int')} AS id`, {
  id: col.text.orNull,
})

export const rulesOfYear = async (tx: Queryable, year: number): Promise<RuleSet> => {
  const [found] = await tx.query(ruleSetOfAYear, [year])
  return approvedRules(tx, found?.id)
}
