import type { FieldId, Figure, FrozenRow } from '@sepakat/rules'
import { cellAt, rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { figureIn } from '@sepakat/rules/sheet/figureIn.ts'
import { rowFigures } from '@sepakat/rules/sheet/outline.ts'
import { shortFormula, shownFigure } from '@sepakat/rules/words/figureText.ts'
import { differenceText, growthOf } from '#sheet/earlier.ts'
import { FigureView } from '#sheet/FigureView.tsx'
import { tableRoles } from '#sheet/tableRoles.ts'
import { cx } from '#ui/cx.ts'
import { ArchiveTag } from '#ui/Tag.tsx'
import { useReview } from '../ReviewContext.ts'
import { AnswerLine } from './AnswerLine.tsx'
import { isEvaluators, linesOf } from './fieldsOf.ts'
import styles from './Lines.module.css'

/** A computed figure, what it is computed from under its name, and the same of the previous period. */
function FigureLine({ figure }: { figure: Figure }) {
  const { sheet, explain } = useReview()
  const { earlier, read } = sheet
  const { basis } = figureIn(read, figure)
  const numbers = figure.value === null ? null : shortFormula(figure.derivation)
  const then = sheet.earlierFigures.get(`${figure.code}/${figure.row}`)
  const said = [numbers && `← ${numbers}`, basis].filter(Boolean)
  return (
    <tr {...tableRoles.row}>
      <th scope="row" className={styles.label} {...tableRoles.rowHead}>
        {read.names.figureLabel(figure.code)}
        {said.length > 0 && <small className={styles.basis}>{said.join(' · ')}</small>}
      </th>
      {earlier && (
        <td data-head={earlier.label} className={cx(styles.num, styles.earlier)} {...tableRoles.cell}>
          {then?.value != null && shownFigure(then)}
        </td>
      )}
      <td className={cx(styles.num, styles.now)} {...tableRoles.cell}>
        <FigureView figure={figure} brief={figure.value !== null} onExplain={explain} />
      </td>
      {earlier && (
        <td data-head="Selisih" className={cx(styles.num, styles.difference)} {...tableRoles.cell}>
          {then?.value != null && then.unit === figure.unit && figure.value !== null
            ? differenceText(figure.value, then.value, decimalsShown(figure))
            : null}
        </td>
      )}
    </tr>
  )
}

/** As many decimals as the figure itself is shown with. */
const decimalsShown = (figure: Figure): number => /,(\d+)/.exec(shownFigure(figure))?.[1]?.length ?? 0

/** Answers and figures of a row as lines: label, value of the previous period, value now, difference. */
export function AnswerLines({ row }: { row: FrozenRow }) {
  const { sheet, evaluation } = useReview()
  const { earlier } = sheet
  const { kind, figuresOf } = sheet.read
  const declared = row.values.state !== undefined
  const changed = sheet.changes.rows.get(rowAt(row))
  const specs = kind.tables[row.table]?.fields ?? {}
  const isAsked = (field: FieldId) => evaluation !== null && isEvaluators(specs[field])
  const wasTold = (field: FieldId) => {
    const before = specs[field]?.before
    return before !== undefined && earlier?.answers[row.table]?.[row.id]?.[before] !== undefined
  }
  const { shown, spare } = linesOf(
    row,
    kind,
    field => changed?.from.has(field) === true || isAsked(field) || wasTold(field),
  )
  const all = rowFigures(kind, row, figuresOf)
  const growths = new Map(shown.map(field => [field, grown(all, cellAt(row, field))]))
  const figures = all.filter(figure => ![...growths.values()].includes(figure))
  if (shown.length === 0 && figures.length === 0 && spare.length === 0) return null
  const width = earlier ? 4 : 2

  /** The growth of an answer since the previous period, as the form computes it: shown as its difference. */
  function grown(of: readonly Figure[], at: string): Figure | undefined {
    const growth = earlier ? growthOf(of, at, earlier) : undefined
    return growth?.value == null ? undefined : growth
  }
  return (
    <table className={styles.lines} {...tableRoles.table} data-earlier={earlier ? true : undefined}>
      <caption className="visually-hidden">Isian {row.label}</caption>
      <thead className={earlier ? undefined : 'visually-hidden'}>
        <tr>
          <th scope="col" className={styles.label}>
            {declared ? 'Isian (tidak dihitung)' : 'Isian'}
          </th>
          {earlier && (
            <th scope="col" className={styles.num}>
              {earlier.label} {earlier.archive && <ArchiveTag />}
            </th>
          )}
          <th scope="col" className={styles.num}>
            Kiriman ini
          </th>
          {earlier && (
            <th scope="col" className={styles.num}>
              Selisih
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {shown.map(field => (
          <AnswerLine key={field} row={row} field={field} growth={growths.get(field)} width={width} />
        ))}
        {figures.map(figure => (
          <FigureLine key={figure.code} figure={figure} />
        ))}
        {spare.length > 0 && (
          <tr {...tableRoles.row}>
            <td colSpan={width} className={styles.spare} {...tableRoles.cell}>
              Tidak diisi, memang boleh kosong: {spare.map(field => row.fields[field]).join('; ')}.
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
