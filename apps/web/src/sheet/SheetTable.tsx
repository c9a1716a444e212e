import type { SheetBlock } from '@sepakat/rules/sheet/outline.ts'
import { memo, type ReactNode, type Ref } from 'react'
import { cx } from '#ui/cx.ts'
import { ScrollRegion } from '#ui/ScrollRegion.tsx'
import { type Columns, type RowOf, type RowsProps, spanOf } from './Slots.ts'
import { tableRoles } from './tableRoles.ts'

/** Rows and columns. Of very many rows only those near the screen are drawn. */
export function SheetTable<B extends SheetBlock<B>>(props: RowsProps<B> & { label: string }) {
  const { slots, block, labelledBy, label } = props
  const { parts } = slots
  const { columns, around = whole => whole, props: own } = slots.useTable(block)
  const { list, drawn, count, before, after, measure } = slots.useRows(block, true)
  const { head, fields, codes } = columns
  const width = spanOf(fields) + codes.length + (slots.Tools ? 2 : 1)
  return around(
    <ScrollRegion label={label} {...(parts.region && { className: parts.region })}>
      <table
        ref={list as Ref<HTMLTableElement>}
        aria-labelledby={labelledBy}
        aria-rowcount={count + 1}
        {...tableRoles.table}
        {...own}
        className={cx(parts.table, own?.className)}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={parts.rowName}>
              {head}
            </th>
            {fields.map(column => (
              <slots.ColumnHead key={column.field} block={block} column={column} />
            ))}
            {codes.map(code => (
              <slots.FigureHead key={code} block={block} code={code} />
            ))}
            {slots.Tools && (
              <td>
                <span className="visually-hidden">Tindakan</span>
              </td>
            )}
          </tr>
        </thead>
        {before > 0 && <Gap height={before} width={width} />}
        {drawn.map(({ row, index }) => (
          <TableRow key={row.id} {...props} {...{ row, index, columns, width, measure }} />
        ))}
        {after > 0 && <Gap height={after} width={width} />}
      </table>
    </ScrollRegion>,
  )
}

type TableRowProps<B extends SheetBlock<B>> = RowsProps<B> & {
  row: RowOf<B>
  index: number
  columns: Columns
  width: number
  measure: ((element: Element | null) => void) | undefined
}

/** One row, with what is said of it below. While a long table scrolls, rows that stay are not drawn again. */
const TableRow = memo(function TableRow<B extends SheetBlock<B>>(props: TableRowProps<B>) {
  const { slots, row, block, index, columns, width, level, section, measure, Blocks } = props
  const { parts } = slots
  const {
    answered,
    props: { id, tabIndex, ...place },
  } = slots.useRow(row, block, section)
  return (
    <tbody ref={measure} data-index={index} {...tableRoles.rows} {...place}>
      <tr id={id} tabIndex={tabIndex} aria-rowindex={index + 2} className={parts.tableRow} {...tableRoles.row}>
        <th scope="row" className={parts.rowName} {...tableRoles.rowHead}>
          <slots.RowName row={row} block={block} index={index} />
        </th>
        {answered || !slots.StateCell ? (
          columns.fields.map(column => <slots.Cell key={column.field} {...{ row, block, column }} />)
        ) : (
          <td colSpan={spanOf(columns.fields)} className={parts.instead}>
            <slots.StateCell row={row} block={block} />
          </td>
        )}
        {columns.codes.map(code => (
          <slots.Figure key={code} {...{ row, block, code }} />
        ))}
        {slots.Tools && (
          <td className={parts.tools}>
            <slots.Tools row={row} block={block} />
          </td>
        )}
      </tr>
      <slots.Below {...{ row, block, columns, width }}>
        {answered && row.blocks.length > 0 && (
          <Blocks {...{ slots, section, level }} blocks={row.blocks} under={row.label} />
        )}
      </slots.Below>
    </tbody>
  )
}) as <B extends SheetBlock<B>>(props: TableRowProps<B>) => ReactNode

const Gap = ({ height, width }: { height: number; width: number }) => (
  <tbody aria-hidden="true">
    <tr style={{ height }}>
      <td colSpan={width} />
    </tr>
  </tbody>
)
