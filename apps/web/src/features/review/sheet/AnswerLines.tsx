import type { FieldId, FrozenRow } from '@sepakat/rules'
import { isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { rowFigures } from '@sepakat/rules/sheet/outline.ts'
import { archiveMark } from '@sepakat/rules/words/sourceWords.ts'
import type { ReactNode } from 'react'
import { FigureView } from '#sheet/FigureView.tsx'
import { tableRoles } from '#sheet/tableRoles.ts'
import { ArchiveTag } from '#ui/ArchiveTag.tsx'
import { cx } from '#ui/cx.ts'
import { anchorOf } from '../model/placedRows.ts'
import { useReview } from '../ReviewContext.ts'
import { EarlierValue } from './EarlierValue.tsx'
import { fieldSpec, isEvaluators, isLong, linesOf } from './fieldsOf.ts'
import styles from './Lines.module.css'
import { Value } from './Value.tsx'

/** Answers and figures of a row as lines: label, value, and the value of the previous period. */
export function AnswerLines({ row }: { row: FrozenRow }) {
  const { sheet, evaluation, explain } = useReview()
  const { kind, figuresOf, names } = sheet.read
  const figures = rowFigures(kind, row, figuresOf)
  const declared = row.values.state !== undefined
  const changed = sheet.changes.rows.get(anchorOf(row.table, row.id))
  const isAsked = (field: FieldId) => evaluation !== null && isEvaluators(fieldSpec(kind, row.table, field))
  const wasTold = (field: FieldId) => {
    const before = fieldSpec(kind, row.table, field)?.before
    return before !== undefined && sheet.earlier?.answers[row.table]?.[row.id]?.[before] !== undefined
  }
  const { shown, spare } = linesOf(
    row,
    kind,
    field => changed?.from.has(field) === true || isAsked(field) || wasTold(field),
  )
  if (shown.length === 0 && figures.length === 0 && spare.length === 0) return null
  const { earlier } = sheet
  const width = earlier ? 3 : 2
  return (
    <table className={styles.lines} {...tableRoles.table}>
      <caption className="visually-hidden">Isian {row.label}</caption>
      <thead className={earlier ? undefined : 'visually-hidden'}>
        <tr>
          <th scope="col" className={styles.label}>
            {declared ? 'Isian (tidak dihitung)' : 'Isian'}
          </th>
          <th scope="col" className={styles.num}>
            Kiriman ini
          </th>
          {earlier && (
            <th scope="col" className={styles.num}>
              {earlier.label} {earlier.archive && <ArchiveTag />}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {shown.map(field => {
          const spec = fieldSpec(kind, row.table, field)
          const mark = changed?.from.has(field) ? styles.changed : undefined
          const num = isNumeric(spec) && styles.num
          const label = row.fields[field]
          if (isLong(spec))
            return (
              <LongLine key={field} label={label} mark={mark} span={width}>
                <Value row={row} field={field} />
              </LongLine>
            )
          return (
            <tr key={field} className={mark} {...tableRoles.row}>
              <th scope="row" className={styles.label} {...tableRoles.rowHead}>
                {label}
              </th>
              <td className={cx(num)} {...tableRoles.cell}>
                <Value row={row} field={field} />
              </td>
              {earlier && (
                <td
                  data-head={`${earlier.label}${earlier.archive ? ` (${archiveMark})` : ''}`}
                  className={cx(num, styles.earlier)}
                  {...tableRoles.cell}
                >
                  <EarlierValue row={row} field={field} />
                </td>
              )}
            </tr>
          )
        })}
        {figures.map(figure => (
          <tr key={figure.code} {...tableRoles.row}>
            <th scope="row" className={styles.label} {...tableRoles.rowHead}>
              {names.figureLabel(figure.code)}
            </th>
            <td className={styles.num} colSpan={earlier ? 2 : 1} {...tableRoles.cell}>
              <FigureView figure={figure} onExplain={explain} />
            </td>
          </tr>
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

interface LongLineProps {
  label: string | undefined
  mark: string | undefined
  span: number
  children: ReactNode
}

function LongLine({ label, mark, span, children }: LongLineProps) {
  return (
    <tr className={mark} {...tableRoles.row}>
      <td colSpan={span} className={styles.long} {...tableRoles.cell}>
        <span className={styles.longLabel}>{label}</span>
        {children}
      </td>
    </tr>
  )
}
