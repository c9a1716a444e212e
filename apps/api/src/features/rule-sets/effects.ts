import {
  evaluateFrozen,
  type MovedReport,
  movedReport,
  type Queryable,
  reportsUnder,
  ruleSetById,
  rulesOfYear,
} from '@sepakat/db'
import { comesToFrozen, movedFigures, periodYear, type RuleSet, reachOf } from '@sepakat/rules'
import { readCursor, writeCursor } from '#http/cursor.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'GET /rule-sets/:id/effects'>, 'params' | 'query' | 'actor' | 'today'>

/** `unlike`: what it read has changed since. By its own rules it no longer comes to what was frozen, so nothing can be said. */
type RulesMoved = MovedReport & { unlike: boolean }

/** Null where no figure of the report moves. */
const movedBy = async (tx: Queryable, submission: string, proposed: RuleSet): Promise<RulesMoved | null> => {
  const frozen = await evaluateFrozen(tx, submission)
  const own = frozen && (await ruleSetById(tx, frozen.ruleSet))
  if (!frozen || !own) return null
  const unlike = !comesToFrozen(frozen.figures, frozen.figuresBy(own))
  const counting = await rulesOfYear(tx, periodYear(frozen.period))
  const isFrozen = counting.id === proposed.id || counting.id === own.id
  const before = isFrozen ? frozen.figures : frozen.figuresBy(counting)
  const moves = unlike ? [] : movedFigures(before, frozen.figuresBy(proposed))
  return unlike || moves.length > 0 ? { ...(await movedReport(tx, frozen, moves)), unlike } : null
}

/**
 * Which figures of approved reports a rule set would move: each revision is evaluated by its own rules, those that count for its
 * year now, and these; of one that counts itself, against what was frozen. Reports of the years in which it counts, or would if it
 * were approved; one page of them, by their ids. @throws not-found
 */
export const effects = async (tx: Queryable, { params: { id }, query, actor, today }: Asked) => {
  const { reportTypes = null } = reachOf(actor.access, 'figure.read', today) ?? {}
  const after = query.cursor === undefined ? null : readCursor(query.cursor, 1)[0]!
  const proposed = await ruleSetById(tx, id)
  if (proposed === null) throw problem('not-found')
  const found = await reportsUnder(tx, { id, reportTypes, after, limit: query.limit + 1 })
  const page = found.slice(0, query.limit)
  const items: RulesMoved[] = []
  for (const submission of page) {
    const moved = await movedBy(tx, submission, proposed)
    if (moved !== null) items.push(moved)
  }
  return { items, checked: page.length, next: found.length > query.limit ? writeCursor(page.at(-1)!) : null }
}
