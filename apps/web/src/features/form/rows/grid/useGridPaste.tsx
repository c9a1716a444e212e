import { pastedBlock } from '@sepakat/documents/spreadsheet/pastedBlock.ts'
import type { Block } from '@sepakat/rules'
import type { Column } from '@sepakat/rules/sheet/outline.ts'
import { treeAt } from '@sepakat/rules/sheet/tree.ts'
import { type ClipboardEvent, type ReactNode, useState } from 'react'
import { segmentsOf } from '#sheet/answers/cells.ts'
import { announce } from '#ui/announce.ts'
import { late } from '#ui/late.tsx'
import { useForm } from '../../FormContext.ts'
import { pastedWords, pasteInto } from '../../model/pasteInto.ts'
import { linesOnScreen } from '../drawn/useDrawnRows.ts'
import styles from '../Filled.module.css'
import type { PasteDone } from './PasteResult.tsx'

// after the values are in their places
const PasteResult = late(async () => (await import('./PasteResult.tsx')).PasteResult)

/**
 * Pastes rows and columns from a spreadsheet into the grid, starting at the current cell; reports the result. In a table over
 * levels the lines on the screen are filled in, and none is added: it would have no name.
 */
export function useGridPaste(block: Block, columns: readonly Column[], onUnsure: () => void) {
  const form = useForm()
  const { store, kind, view } = form
  const tree = treeAt(kind, block.table)
  const [pasted, setPasted] = useState<PasteDone | null>(null)

  function onPaste(event: ClipboardEvent<HTMLTableElement>): void {
    const cells = pastedBlock(event.clipboardData.getData('text/plain'))
    const { table, row, field } = segmentsOf((event.target as HTMLElement).id)
    if (!cells || field === undefined) return
    const lines = tree ? linesOnScreen(view, tree, block).map(line => line.row) : block.rows
    const from = { table, row, field }
    const result = pasteInto({ store, lines, list: tree ? null : block, columns, scales: form, from, cells })
    // a long text below a row, or its name: the browser pastes
    if (!result) return
    event.preventDefault()
    setPasted({ ...result, step: store.history.newest() })
    announce(pastedWords(result))
    if (result.unsure.length > 0) onUnsure()
  }

  const result: ReactNode = pasted && (
    <div className={styles.pasted}>
      <PasteResult pasted={pasted} onClose={() => setPasted(null)} />
    </div>
  )
  return { onPaste, result }
}
