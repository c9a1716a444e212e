import { movedFigures } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { ruleSetById } from '../forms/rule-sets.ts'
import { evaluateFrozen } from '../review/evaluate-frozen.ts'
import { type MovedReport, movedReport } from '../review/moved-report.ts'
import type { Revised } from './publish-catalogue.ts'

/** How many reports are open with their offices, and so would be offered a new version of their form. */
export const openReports = async (tx: Queryable, form: string): Promise<number> =>
  (
    await tx.query<{ open: number }>(
      'catalogue-open-reports',
      `SELECT count(*)::int AS open FROM submission WHERE form = $1 AND status IN ('draft', 'returned')`,
      [form],
    )
  )[0]!.open

/**
 * Which figures of approved reports a revised catalogue would move, of the newest `limit` reports since a year: what is more than
 * that is said, not computed. Each is evaluated by its own rules with the rows before and after.
 */
export const catalogueEffects = async (
  tx: Queryable,
  { form, fromYear, revised, limit }: { form: string; fromYear: number; revised: Revised; limit: number },
): Promise<{ checked: number; more: boolean; reports: MovedReport[] }> => {
  const found = await tx.query<{ id: string }>(
    'catalogue-reports',
    `SELECT id FROM submission WHERE form = $1 AND origin = 'filed' AND approved_revision IS NOT NULL AND NOT practice AND left(period, 4)::int >= $2
     ORDER BY period DESC, id LIMIT $3`,
    [form, fromYear, limit + 1],
  )
  const reports: MovedReport[] = []
  for (const { id: submission } of found.slice(0, limit)) {
    const frozen = await evaluateFrozen(tx, submission)
    const rules = frozen && (await ruleSetById(tx, frozen.ruleSet))
    if (!frozen || !rules) continue
    const moves = movedFigures(frozen.figuresBy(rules, revised.before), frozen.figuresBy(rules, revised.after))
    if (moves.length > 0) reports.push(await movedReport(tx, frozen, moves))
  }
  return { checked: Math.min(found.length, limit), more: found.length > limit, reports }
}
