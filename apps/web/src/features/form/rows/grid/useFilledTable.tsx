import type { Block, Kind, Scope } from '@sepakat/rules'
import { generalLabel } from '@sepakat/rules/names/formNames.ts'
import { type Column, columnsOf, figureCodes, inOrderOfWork, isShort } from '@sepakat/rules/sheet/outline.ts'
import { treeAt, treeColumns, treeLines } from '@sepakat/rules/sheet/tree.ts'
import { type KeyboardEvent, useMemo } from 'react'
import type { FormStore } from '#sheet/answers/formStore.ts'
import { type Earlier, isBeside } from '#sheet/earlier.ts'
import { onTreeKeys } from '#sheet/onTreeKeys.ts'
import { type Columns, columnsIn, type TableState } from '#sheet/Slots.ts'
import { late } from '#ui/late.tsx'
import { useForm, useKey } from '../../FormContext.ts'
import styles from '../Filled.module.css'
import { AskedOnce, useAskOnce } from './askedOnce.ts'
import { useGridPaste } from './useGridPaste.tsx'

const isTextArea = (element: Element): element is HTMLTextAreaElement => element.tagName === 'TEXTAREA'

/** Whether the key leaves the cell downwards or upwards; a multi-line text keeps the arrows for itself. */
function stepOf(event: KeyboardEvent, element: Element): 1 | -1 | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null
  const area = isTextArea(element)
  if (element.tagName === 'SELECT') return event.key === 'Enter' ? 1 : null
  if (event.key === 'Enter') return area ? null : event.shiftKey ? -1 : 1
  if (event.shiftKey) return null
  if (event.key === 'ArrowDown') return area && element.selectionEnd < element.value.length ? null : 1
  if (event.key === 'ArrowUp') return area && element.selectionStart > 0 ? null : -1
  return null
}

/** Enter and the arrows go to the same column of the next row, as in a spreadsheet. */
function onGridKeys(event: KeyboardEvent<HTMLTableElement>): void {
  const element = event.target as HTMLElement
  const column = element.dataset.column
  if (column === undefined) return
  const step = stepOf(event, element)
  if (step === null) return
  const same = [...event.currentTarget.querySelectorAll<HTMLElement>(`[data-column="${CSS.escape(column)}"]`)]
  const next = same[same.indexOf(element) + step]
  event.preventDefault()
  next?.focus()
}

const UnsureBlock = late(async () => (await import('./UnsureBlock.tsx')).UnsureBlock)

/** Rows and columns: Enter and the arrows move between cells, and a block from a spreadsheet can be pasted. */
export function useFilledTable(block: Block): TableState {
  const { kind } = useForm()
  const tree = treeAt(kind, block.table)
  const grid = useGridColumns(block)
  const over = useTreeColumns(block)
  const columns = over ?? grid
  const { fields } = columns
  // in a table over levels the numbers of all of them are asked about together
  const whole = useMemo(
    () => (tree ? { ...block, rows: treeLines(tree, block).map(({ row }) => row) } : block),
    [tree, block],
  )
  const ask = useAskOnce(whole, fields)
  const paste = useGridPaste(block, fields, ask.onPasted)
  return {
    columns,
    tree,
    props: {
      className: tree ? styles.tree : fields.every(({ spec }) => isShort(spec)) ? styles.numbers : undefined,
      onKeyDown(event) {
        onGridKeys(event)
        if (tree) onTreeKeys(event)
      },
      onPaste: paste.onPaste,
    },
    around: table => (
      <AskedOnce value={ask.asks}>
        {ask.asks && (
          <section ref={ask.place} tabIndex={-1} aria-label="Angka yang perlu dipastikan">
            <UnsureBlock rows={whole.rows} columns={fields} count={ask.count} onEach={ask.onEach} />
          </section>
        )}
        {table}
        {paste.result}
      </AskedOnce>
    ),
  }
}

function useTreeColumns(block: Block): Columns | null {
  const { kind, scope } = useForm()
  return useMemo(() => {
    const tree = treeAt(kind, block.table)
    if (!tree) return null
    const all = treeColumns(kind, tree, block, (_, __, spec) => generalLabel(spec, scope))
    return columnsIn('Uraian', all)
  }, [kind, scope, block])
}

function useGridColumns(block: Block): Columns {
  const { kind, scope, earlier } = useForm()
  const unwritten = useKey('evaluated', store => unwrittenIn(store, block))
  const fields = useMemo(
    () => filledColumns(kind, scope, block, earlier).filter(({ field }) => !unwritten.split(' ').includes(field)),
    [kind, scope, block, earlier, unwritten],
  )
  const said = useKey(`of ${block.rows[0]?.id ?? ''}`, ({ figuresOf }) =>
    figureCodes(kind, block.rows, row => figuresOf(row)?.filter(figure => !isBeside(figure, earlier))).join(),
  )
  return useMemo(() => columnsIn('Uraian', inOrderOfWork(fields, said === '' ? [] : said.split(','))), [fields, said])
}

/** The columns of an evaluator in which nothing is written yet, which is nothing to an office. */
const unwrittenIn = (store: FormStore, { table, rows }: Block): string =>
  Object.entries(store.form.kind.tables[table]?.fields ?? {})
    .filter(([, { writer }]) => writer === 'evaluator' && !store.isWritable(`/${table}`, writer))
    .filter(([field]) => rows.every(({ id }) => store.cell(`/${table}/${id}/${field}`) === undefined))
    .map(([field]) => field)
    .join(' ')

/** The columns of the block, and of a row that users add to it; the previous period's answer is beside a short one. */
export function filledColumns(kind: Kind, scope: Scope, block: Block, before: Earlier | null): Column[] {
  const rows = block.item ? [block.item, ...block.rows] : block.rows
  return columnsOf(kind, rows, (_, spec) => generalLabel(spec, scope)).map(column => {
    const then = column.spec.before ?? column.field
    const told = rows.some(({ table, id }) => before?.answers[table]?.[id]?.[then] !== undefined)
    return { ...column, earlier: isShort(column.spec) && told }
  })
}
