import type { FieldId, Figure, FrozenRow } from '@sepakat/rules'
import { isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { archiveMark } from '@sepakat/rules/words/sourceWords.ts'
import { signed } from '#sheet/earlier.ts'
import { FigureView } from '#sheet/FigureView.tsx'
import { tableRoles } from '#sheet/tableRoles.ts'
import { cx } from '#ui/cx.ts'
import { useReview } from '../ReviewContext.ts'
import { isLong } from './fieldsOf.ts'
import styles from './Lines.module.css'
import { useEarlierAnswer } from './useEarlierAnswer.ts'
import { Value } from './Value.tsx'

/** One answer; a long text has the whole width. `growth`: the figure that says how much more it is than before. */
export function AnswerLine({
  row,
  field,
  growth,
  width,
}: {
  row: FrozenRow
  field: FieldId
  growth: Figure | undefined
  width: number
}) {
  const { sheet, explain } = useReview()
  const { earlier } = sheet
  const spec = sheet.read.kind.tables[row.table]?.fields[field]
  const then = useEarlierAnswer(row, field)
  const mark = sheet.changes.rows.get(rowAt(row))?.from.has(field) ? styles.changed : undefined
  const label = row.fields[field]
  if (isLong(spec))
    return (
      <tr className={mark} {...tableRoles.row}>
        <td colSpan={width} className={styles.long} {...tableRoles.cell}>
          <span className={styles.longLabel}>{label}</span>
          <Value row={row} field={field} />
          {then && earlier && (
            <details className={styles.then}>
              <summary>{then.difference ? `${earlier.label}: sama` : earlier.label}</summary>
              <p>{then.text}</p>
            </details>
          )}
        </td>
      </tr>
    )
  const num = isNumeric(spec) && styles.num
  return (
    <tr className={mark} {...tableRoles.row}>
      <th scope="row" className={styles.label} {...tableRoles.rowHead}>
        {label}
      </th>
      {earlier && (
        <td
          data-head={`${earlier.label}${earlier.archive ? ` (${archiveMark})` : ''}`}
          className={cx(num, styles.earlier)}
          {...tableRoles.cell}
        >
          {then?.text}
        </td>
      )}
      <td className={cx(num, styles.now)} {...tableRoles.cell}>
        <Value row={row} field={field} />
      </td>
      {earlier && (
        <td data-head="Selisih" className={cx(styles.num, styles.difference)} {...tableRoles.cell}>
          {growth?.value ? (
            <FigureView figure={growth} brief words={signed(growth.value)} onExplain={explain} />
          ) : (
            then?.difference
          )}
        </td>
      )}
    </tr>
  )
}
