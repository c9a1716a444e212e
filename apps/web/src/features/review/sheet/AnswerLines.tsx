import type { FieldId, Figure, FrozenRow } from '@sepakat/rules'
import { cellAt, rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { rowFigures } from '@sepakat/rules/sheet/outline.ts'
import { growthOf } from '#sheet/earlier.ts'
import { tableRoles } from '#sheet/tableRoles.ts'
import { ArchiveTag } from '#ui/Tag.tsx'
import { useReview } from '../ReviewContext.ts'
import { AnswerLine } from './AnswerLine.tsx'
import { FigureLine } from './FigureLine.tsx'
import { isEvaluators, linesOf } from './fieldsOf.ts'
import styles from './Lines.module.css'

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
