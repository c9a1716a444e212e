import { catalogueEffects, type MovedReport, openReports, type Queryable, type Revised } from '@sepakat/db'
import { movesFigures, type RowChange, rowChanges } from '@sepakat/rules'

/** Evaluating a report takes some hundredths of a second; what goes beyond is said. */
const mostReports = 20

const movedBy = ({ moves, ...report }: MovedReport) => ({
  ...report,
  figures: moves.map(({ code, row, label, rowLabel }) => ({ code, row, label, rowLabel })),
})

/** The first of the slices that change: before it no figure can be moved. */
const firstYear = (changes: RowChange[]): number => Math.min(...changes.filter(movesFigures).map(({ from }) => from))

/** What a version that is not published yet changes: rows word by word, open reports, and which figures of approved ones it would move. */
export const effectsOf = async (tx: Queryable, form: string, revised: Revised, fromYear?: number) => {
  const changes = rowChanges(revised.before.rows, revised.after.rows)
  const { checked, more, reports } = changes.some(movesFigures)
    ? await catalogueEffects(tx, { form, fromYear: fromYear ?? firstYear(changes), revised, limit: mostReports })
    : { checked: 0, more: false, reports: [] }
  return {
    version: revised.version,
    changes,
    openReports: await openReports(tx, form),
    checked,
    more,
    moved: reports.map(movedBy),
  }
}
