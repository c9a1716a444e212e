import { comesToFrozen, movedFigures, periodYear, type ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { ruleSetById, ruleSetOfYear, rulesOfYear } from '../forms/rule-sets.ts'
import { evaluateFrozen } from '../review/evaluate-frozen.ts'
import { type MovedReport, movedReport } from '../review/moved-report.ts'

/** `unlike`: what it read has changed since. By its own rules it no longer comes to what was frozen, so nothing can be said. */
type RulesMoved = MovedReport & { unlike: boolean }
export interface EffectsPage {
  /** How many reports were evaluated for this page. */
  checked: number
  reports: RulesMoved[]
  /** The last submission that was evaluated; null at the end. */
  next: string | null
}

/**
 * Which figures of approved reports a rule set would move: each revision is evaluated by its own rules, those that count for its
 * year now, and these; of one that counts itself, against what was frozen. Reports of the years in which it counts, or would if it
 * were approved; one page of them, by their ids. Null where there is no such set.
 */
export const ruleSetEffects = async (
  tx: Queryable,
  ask: { id: string; reportTypes: readonly ReportType[] | null; after: string | null; limit: number },
): Promise<EffectsPage | null> => {
  const proposed = await ruleSetById(tx, ask.id)
  if (proposed === null) return null
  const found = await tx.query<{ id: string }>('rule-set-reports', reportsStatement, [
    ask.id,
    ask.reportTypes,
    ask.after ?? '00000000-0000-0000-0000-000000000000',
    ask.limit + 1,
  ])
  const page = found.slice(0, ask.limit)
  const reports: RulesMoved[] = []
  for (const { id: submission } of page) {
    const frozen = await evaluateFrozen(tx, submission)
    const own = frozen && (await ruleSetById(tx, frozen.ruleSet))
    if (!frozen || !own) continue
    const unlike = !comesToFrozen(frozen.figures, frozen.figuresBy(own))
    const counting = await rulesOfYear(tx, periodYear(frozen.period))
    const isFrozen = counting.id === proposed.id || counting.id === own.id
    const before = isFrozen ? frozen.figures : frozen.figuresBy(counting)
    const moves = unlike ? [] : movedFigures(before, frozen.figuresBy(proposed))
    if (unlike || moves.length > 0) reports.push({ ...(await movedReport(tx, frozen, moves)), unlike })
  }
  return { checked: page.length, reports, next: found.length > ask.limit ? page.at(-1)!.id : null }
}

const reportsStatement = `
  WITH counted AS (SELECT y.n FROM generate_series(2000, 2199) AS y(n) WHERE ${ruleSetOfYear('y.n', '$1')} = $1)
  SELECT s.id FROM submission s
  WHERE s.id > $3::uuid AND s.origin = 'filed' AND s.approved_revision IS NOT NULL AND NOT s.practice
    AND ($2::text[] IS NULL OR s.report_type = ANY ($2))
    AND left(s.period, 4)::int IN (SELECT n FROM counted)
    AND NOT EXISTS (SELECT 1 FROM submission m WHERE m.office_id = s.office_id AND m.form = s.form AND m.period = s.period
      AND m.number > s.number AND m.approved_revision IS NOT NULL)
  ORDER BY s.id LIMIT $4`
