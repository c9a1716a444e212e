import { actorRow } from './actorNames.ts'

/** The last time somebody asked an office for what it owes. */
export interface LastReminder {
  at: string
  by: string
  message: string
}

/** SQL for a scalar subquery: the last reminder of an obligation as JSON; null where there was none, or no obligation. */
export const lastReminder = (obligation: string): string => `CASE WHEN ${obligation} IS NOT NULL THEN (
  SELECT json_build_object('at', r.at, 'by', COALESCE(${actorRow('r.by')} ->> 'name', ''), 'message', r.message) FROM reminder r
  WHERE r.obligation_id = ${obligation} ORDER BY r.day DESC LIMIT 1) END`
