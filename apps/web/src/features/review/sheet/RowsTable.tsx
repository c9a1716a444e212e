import type { FieldId, Figure, FrozenBlock, FrozenRow } from '@sepakat/rules'
import { isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { ArchiveTag } from '#ui/ArchiveTag.tsx'
import { cx } from '#ui/cx.ts'
import { ScrollRegion } from '#ui/ScrollRegion.tsx'
import { anchorOf } from '../model/placedRows.ts'
import { useIsInHand, useReview } from '../ReviewContext.ts'
import { EarlierValue } from './EarlierValue.tsx'
import { FigureValue } from './FigureValue.tsx'
import { columnsOf, fieldSpec } from './fieldsOf.ts'
import styles from './Grid.module.css'
import rowStyles from './Row.module.css'
import { RowTools } from './RowTools.tsx'
import { Declared, Findings, RowTags } from './RowWords.tsx'
import { tableRoles } from './tableRoles.ts'
import { Value } from './Value.tsx'

interface Columns {
  fields: { id: FieldId; label: string; num: boolean }[]
  figures: { code: string; label: string }[]
  /** A list's rows are named by their first answer, so that needs no column of its own. */
  named: boolean
}

/** Rows with the same columns as a table; on a narrow screen each row is a card. */
export function RowsTable({ block, under }: { block: FrozenBlock; under: string }) {
  const { sheet } = useReview()
  const columns = columnsIn(block, sheet)
  return (
    <ScrollRegion label={`${block.title}, ${under}`} className={styles.region}>
      <table className={styles.grid} {...tableRoles.table}>
        <caption className="visually-hidden">{block.title}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              {columns.named ? columns.fields[0]?.label : 'Baris'}
            </th>
            {columns.fields.slice(columns.named ? 1 : 0).map(({ id, label, num }) => (
              <th key={id} scope="col" className={num ? styles.num : undefined}>
                {label}
              </th>
            ))}
            {columns.figures.map(({ code, label }) => (
              <th key={code} scope="col" className={styles.num}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map(row => (
            <GridRow key={row.id} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function GridRow({ row, columns }: { row: FrozenRow; columns: Columns }) {
  const { sheet } = useReview()
  const anchor = anchorOf(row.table, row.id)
  const placed = sheet.byAnchor.get(anchor)
  const inHand = useIsInHand(anchor)
  const changed = sheet.changes.rows.get(anchor)
  if (!placed) return null
  const own = columnsOf(row, sheet.kind)
  const figureOf = (code: string): Figure | undefined => sheet.figures.get(anchor)?.find(figure => figure.code === code)
  const noted = (sheet.findings.get(anchor) ?? []).some(finding => finding.level !== 'empty')
  const [first] = columns.fields
  const naming = columns.named && first ? first.id : null
  return (
    <>
      <tr
        id={anchor}
        data-row={anchor}
        tabIndex={-1}
        className={cx(styles.row, inHand && styles.inHand)}
        {...tableRoles.row}
      >
        <th
          scope="row"
          className={cx(styles.name, naming && changed?.from.has(naming) && styles.changed)}
          {...tableRoles.rowHead}
        >
          <span>{naming ? <Value row={row} field={naming} /> : row.label}</span>
          <span className={rowStyles.tags}>
            {row.code && <span className={rowStyles.code}>{row.code}</span>}
            <RowTags anchor={anchor} />
          </span>
          {row.warning && <p className={rowStyles.warning}>{row.warning}</p>}
          <RowTools row={placed} className={styles.tools} />
        </th>
        {columns.fields.slice(naming ? 1 : 0).map(({ id, label, num }) => (
          <td
            key={id}
            data-head={row.fields[id] ?? label}
            className={cx(num && styles.num, changed?.from.has(id) && styles.changed)}
            {...tableRoles.cell}
          >
            {own.includes(id) && (placed.state === null || row.values[id] !== undefined) && (
              <Value row={row} field={id} />
            )}
            {own.includes(id) && <Earlier row={row} field={id} />}
          </td>
        ))}
        {columns.figures.map(({ code, label }) => {
          const figure = figureOf(code)
          return (
            <td key={code} data-head={label} className={styles.num} {...tableRoles.cell}>
              {figure && <FigureValue figure={figure} brief />}
            </td>
          )
        })}
      </tr>
      {(noted || placed.state !== null || changed?.from.has('state')) && (
        <tr className={cx(styles.below, inHand && styles.inHand)} {...tableRoles.row}>
          <td {...tableRoles.cell} colSpan={columns.fields.length + columns.figures.length + (columns.named ? 0 : 1)}>
            <Declared row={placed} />
            <Findings anchor={anchor} />
          </td>
        </tr>
      )}
    </>
  )
}

function Earlier({ row, field }: { row: FrozenRow; field: FieldId }) {
  const { sheet } = useReview()
  const before = fieldSpec(sheet.kind, row.table, field)?.before ?? field
  if (!sheet.earlier || sheet.earlier.answers[row.table]?.[row.id]?.[before] === undefined) return null
  return (
    <small className={styles.then}>
      {sheet.earlier.label} <EarlierValue row={row} field={field} /> {sheet.earlier.archive && <ArchiveTag />}
    </small>
  )
}

/** The columns of a table: those any of its rows has, with their shared labels. */
function columnsIn(block: FrozenBlock, { kind, figures, names }: ReturnType<typeof useReview>['sheet']): Columns {
  const ids = [...new Set(block.rows.flatMap(row => columnsOf(row, kind)))]
  const codes = new Set(
    block.rows.flatMap(row => (figures.get(anchorOf(row.table, row.id)) ?? []).map(figure => figure.code)),
  )
  const fields = ids.map(id => {
    const labels = new Set(block.rows.flatMap(row => row.fields[id] ?? []))
    const general = kind?.tables[block.table]?.fields[id]?.label
    const [only = id] = labels
    return {
      id,
      label: labels.size === 1 || typeof general !== 'string' ? only : general,
      num: isNumeric(fieldSpec(kind, block.table, id)),
    }
  })
  const naming = kind?.tables[block.table]?.named
  return {
    fields,
    figures: [...codes].filter(code => code !== 'completeness').map(code => ({ code, label: names.figureLabel(code) })),
    named: naming !== undefined && fields[0]?.id === naming,
  }
}
