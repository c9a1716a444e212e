import { type CountedRow, type FormId, kinds, type PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { countingFigures, counts, countsByRules } from './listFigures.ts'

export interface CountedRowOf extends CountedRow {
  form: FormId
  period: PeriodKey
}

const countedRows = statement(
  'counted-rows',
  `SELECT f.form, f.period, f.office_id AS office, f."row",
          CASE WHEN s.approved_revision = f.n THEN 'final' ELSE 'provisional' END AS standing,
          COALESCE(f.why IN ('empty', 'unread'), false)
            OR f.derivation -> 'left' @> '[{"why":"empty"}]' OR f.derivation -> 'left' @> '[{"why":"unread"}]' AS lacks
   FROM unnest($1::text[], $2::text[]) AS k(form, code)
   JOIN figure f ON f.form = k.form AND f.code = k.code AND f.period = ANY ($3)
   JOIN submission s ON s.id = f.submission_id
   JOIN revision r ON r.submission_id = f.submission_id AND r.n = f.n
   ${countingFigures}
   WHERE s.origin = 'filed' AND NOT s.practice AND ${counts('$4')} AND ${countsByRules}`,
  rowOf<CountedRowOf>({
    form: col.text,
    period: col.text,
    office: col.uuid,
    row: col.text,
    standing: col.text.notNull('a text in both branches'),
    lacks: col.bool.notNull('coalesced'),
  }),
)

/** What came in of these forms in these periods, as far as coverage asks: no figure is read whole. */
export const countedRowsOf = (
  tx: Queryable,
  ask: { forms: readonly FormId[]; periods: readonly PeriodKey[]; provisional: boolean },
): Promise<CountedRowOf[]> =>
  tx.query(countedRows, [
    ask.forms,
    ask.forms.map(form => kinds[form]?.consolidate?.counts ?? ''),
    ask.periods,
    ask.provisional,
  ])
