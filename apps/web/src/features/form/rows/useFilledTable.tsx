import type { Block, Kind, Scope } from '@sepakat/rules'
import { generalLabel } from '@sepakat/rules/names/formNames.ts'
import { columnsOf, figureCodes, isShort } from '@sepakat/rules/sheet/outline.ts'
import { useMemo } from 'react'
import { type Earlier, isBeside } from '#sheet/earlier.ts'
import type { FieldColumn, TableState } from '#sheet/Slots.ts'
import { useForm, useKey } from '../FormContext.ts'
import styles from './Filled.module.css'
import { onGridKeys } from './onGridKeys.ts'
import { AskedOnce, UnsureBlock } from './UnsureBlock.tsx'
import { useAskOnce } from './useAskOnce.ts'
import { useGridPaste } from './useGridPaste.tsx'

/** Rows and columns: Enter and the arrows move between cells, and a block from a spreadsheet can be pasted. */
export function useFilledTable(block: Block): TableState {
  const { kind, scope, earlier } = useForm()
  const fields = useMemo(() => filledColumns(kind, scope, block, earlier), [kind, scope, block, earlier])
  const said = useKey(`of ${block.rows[0]?.id ?? ''}`, ({ figuresOf }) =>
    figureCodes(kind, block.rows, row => figuresOf(row)?.filter(figure => !isBeside(figure, earlier))).join(),
  )
  const columns = useMemo(() => ({ head: 'Uraian', fields, codes: said === '' ? [] : said.split(',') }), [fields, said])
  const ask = useAskOnce(block, fields)
  const paste = useGridPaste(block, fields, ask.onPasted)
  return {
    columns,
    props: {
      className: fields.every(({ spec }) => isShort(spec)) ? styles.numbers : undefined,
      onKeyDown: onGridKeys,
      onPaste: paste.onPaste,
    },
    around: table => (
      <AskedOnce value={ask.asks}>
        {ask.asks && <UnsureBlock rows={block.rows} columns={fields} {...ask} />}
        {table}
        {paste.result}
      </AskedOnce>
    ),
  }
}

/** The columns of the block, and of a row that users add to it; the previous period's answer is beside a short one. */
export function filledColumns(kind: Kind, scope: Scope, block: Block, before: Earlier | null): FieldColumn[] {
  const rows = block.item ? [block.item, ...block.rows] : block.rows
  return columnsOf(kind, rows, (_, spec) => generalLabel(spec, scope)).map(column => {
    const then = column.spec.before ?? column.field
    const told = rows.some(({ table, id }) => before?.answers[table]?.[id]?.[then] !== undefined)
    return { ...column, earlier: isShort(column.spec) && told }
  })
}
