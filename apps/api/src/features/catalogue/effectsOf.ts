import {
  approvedReports,
  countOpenReports,
  evaluateFrozen,
  type MovedReport,
  movedReport,
  type Queryable,
  ruleSetById,
} from '@sepakat/db'
import { type FormId, movedFigures, movesFigures, type RowChange, rowChanges } from '@sepakat/rules'
import type { Revised } from './revise.ts'

/** Evaluating a report takes some hundredths of a second; what goes beyond is said. */
const mostReports = 20

const movedView = ({ moves, ...report }: MovedReport) => ({
  ...report,
  figures: moves.map(({ code, row, label, rowLabel }) => ({ code, row, label, rowLabel })),
})

/** The first of the slices that change: before it no figure can be moved. */
const firstYear = (changes: RowChange[]): number => Math.min(...changes.filter(movesFigures).map(({ from }) => from))

/** Which of some approved reports come to other figures. Each is evaluated by its own rules with the rows before and after. */
const movedBy = async (tx: Queryable, ids: string[], { before, after }: Revised): Promise<MovedReport[]> => {
  const reports: MovedReport[] = []
  for (const id of ids) {
    const frozen = await evaluateFrozen(tx, id)
    const rules = frozen && (await ruleSetById(tx, frozen.ruleSet))
    if (!frozen || !rules) continue
    const moves = movedFigures(frozen.figuresBy(rules, before), frozen.figuresBy(rules, after))
    if (moves.length > 0) reports.push(await movedReport(tx, frozen, moves))
  }
  return reports
}

/** What a version that is not published yet changes: rows word by word, open reports, and which figures of approved ones it would move. */
export const effectsOf = async (tx: Queryable, form: FormId, revised: Revised, fromYear?: number) => {
  const changes = rowChanges(revised.before.rows, revised.after.rows)
  const since = fromYear ?? firstYear(changes)
  const found = changes.some(movesFigures)
    ? await approvedReports(tx, { form, fromYear: since, limit: mostReports + 1 })
    : []
  const checked = found.slice(0, mostReports)
  const moved = await movedBy(tx, checked, revised)
  return {
    version: revised.version,
    changes,
    openReports: await countOpenReports(tx, form),
    checked: checked.length,
    more: found.length > mostReports,
    moved: moved.map(movedView),
  }
}
