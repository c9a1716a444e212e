import type { Block, Row } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import type { DragEvent } from 'react'
import { useDragRow } from './useDragRow.ts'
import { useFileDrop } from './useFileDrop.ts'

/** Props of a row's element: its address, and drop handling for files and rows of the same list. */
export function useRowDrops(block: Block, row: Row) {
  const drop = useFileDrop(row)
  const drag = useDragRow(block, row.id)
  const isItem = block.item !== null
  return {
    'data-row': rowAt(row),
    'data-over': drop.over ? 'files' : (drag.over ?? undefined),
    onDragOver(event: DragEvent<HTMLElement>) {
      drop.target.onDragOver(event)
      if (isItem) drag.target.onDragOver(event)
    },
    onDragLeave() {
      drop.target.onDragLeave()
      drag.target.onDragLeave()
    },
    onDrop(event: DragEvent<HTMLElement>) {
      drop.target.onDrop(event)
      if (isItem) drag.target.onDrop(event)
    },
    onPaste: drop.target.onPaste,
  }
}
