import type { Row } from '@sepakat/rules'
import { fieldTypeOf, isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { basisWords } from '@sepakat/rules/words/figureText.ts'
import { useMemo } from 'react'
import { ArchiveTag } from '#ui/ArchiveTag.tsx'
import { cx } from '#ui/cx.ts'
import { ScrollRegion } from '#ui/ScrollRegion.tsx'
import { useFigures, useForm, useKey, useView } from '../FormContext.ts'
import type { BlockProps } from './blockProps.ts'
import { shownRows } from './CardBlock.tsx'
import styles from './GridBlock.module.css'
import { GridRow } from './GridRow.tsx'
import { type FieldColumn, fieldColumns, figureColumns, isShort, spanOf } from './gridColumns.ts'
import { Optional } from './Optional.tsx'
import { onGridKeys } from './onGridKeys.ts'
import { AskedOnce, UnsureBlock } from './UnsureBlock.tsx'
import { useAskOnce } from './useAskOnce.ts'
import { useGridPaste } from './useGridPaste.tsx'
import { mayBeEmpty } from './useRowField.ts'
import { useVirtualRows } from './useVirtualRows.ts'

/** Rows and columns: Enter and the arrows move between cells, and a block from a spreadsheet can be pasted. */
export function GridBlock({ block, level, labelledBy }: BlockProps) {
  const { kind, scope, store, names, earlier } = useForm()
  const rows = shownRows(block.rows, useView('shown'))
  const columns = useMemo(() => fieldColumns(kind, scope, block, earlier), [kind, scope, block, earlier])
  const first = block.rows[0]?.id ?? ''
  const figures = useKey(`of ${first}`, () => figureColumns(kind, block, store, isGrowth).join())
  const codes = useMemo(() => (figures === '' ? [] : figures.split(',')), [figures])
  const { drawn, before, after, list, measure } = useVirtualRows<HTMLTableElement>(rows, 64)
  const ask = useAskOnce(block, columns)
  const paste = useGridPaste(block, columns, ask.onPasted)
  const width = spanOf(columns) + codes.length + 2

  function isGrowth({ derivation }: { derivation: { inputs: { at: string }[] } }): boolean {
    return earlier !== null && derivation.inputs[1]?.at.startsWith(`${earlier.source}:`) === true
  }

  return (
    <AskedOnce value={ask.asks}>
      {ask.asks && <UnsureBlock rows={block.rows} columns={columns} {...ask} />}
      <ScrollRegion label={block.title} className={styles.region}>
        <table
          ref={list}
          className={cx(styles.grid, columns.every(({ spec }) => isShort(spec)) && styles.numbers)}
          aria-labelledby={labelledBy}
          aria-rowcount={rows.length + 1}
          onKeyDown={onGridKeys}
          onPaste={paste.onPaste}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className={styles.rowHead}>
                Uraian
              </th>
              {columns.map(column => (
                <ColumnHead
                  key={column.field}
                  id={`${block.table}/${block.under ?? ''}:${column.field}`}
                  {...column}
                  rows={block.rows}
                />
              ))}
              {codes.map(code => (
                <th key={code} scope="col" className={cx(styles.num, styles.figure)}>
                  {names().figureLabel(code)}
                  <Basis row={first} code={code} />
                </th>
              ))}
              <td>
                <span className="visually-hidden">Tindakan</span>
              </td>
            </tr>
          </thead>
          {before > 0 && <Gap height={before} width={width} />}
          {drawn.map(({ row, index }) => (
            <GridRow key={row.id} {...{ row, index, block, columns, codes, width, level, measure }} />
          ))}
          {after > 0 && <Gap height={after} width={width} />}
        </table>
      </ScrollRegion>
      {paste.result}
    </AskedOnce>
  )
}

function ColumnHead({ id, field, spec, label, earlier, rows }: FieldColumn & { id: string; rows: readonly Row[] }) {
  const form = useForm()
  return (
    <>
      <th
        scope="col"
        id={id}
        style={{ minWidth: `${fieldTypeOf(spec).width(spec)}px` }}
        className={cx(isNumeric(spec) && styles.num)}
      >
        {label}
        {rows.every(row => mayBeEmpty(row, field, spec)) && <Optional />}
      </th>
      {earlier && (
        <th scope="col" className={styles.earlier}>
          {form.earlier?.label} <span className="visually-hidden">{label}</span>{' '}
          {form.earlier?.archive && <ArchiveTag />}
        </th>
      )}
    </>
  )
}

/** Shown once for the column: it holds for all its rows. */
function Basis({ row, code }: { row: string; code: string }) {
  const basis = basisWords(useFigures(row)?.find(figure => figure.code === code)?.basis ?? null)
  return basis && <span className={styles.optional}> ({basis})</span>
}

const Gap = ({ height, width }: { height: number; width: number }) => (
  <tbody aria-hidden="true">
    <tr style={{ height }}>
      <td colSpan={width} />
    </tr>
  </tbody>
)
