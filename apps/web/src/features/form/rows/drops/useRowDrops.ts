import type { Block, Row } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { type ClipboardEvent, type DragEvent, useState } from 'react'
import { pastedFiles } from '#ui/FileDrop.tsx'
import { useForm, useWritable } from '../../FormContext.ts'
import { useRowDetails } from '../useRowDetails.ts'
import { useDragRow } from './useDragRow.ts'

/** Files dropped or pasted on a row become its evidence, and are shown in the row's panel. */
function useFileDrop(row: Row) {
  const { uploads } = useForm()
  const details = useRowDetails(row)
  const open = useWritable(rowAt(row))
  const [over, setOver] = useState(false)
  const hasFiles = (event: DragEvent) => open && event.dataTransfer.types.includes('Files')
  function take(files: File[]): void {
    void uploads.add(rowAt(row), files)
    details('evidence')
  }
  return {
    over,
    target: {
      onDragOver(event: DragEvent) {
        if (!hasFiles(event)) return
        event.preventDefault()
        event.stopPropagation()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop(event: DragEvent) {
        setOver(false)
        if (!hasFiles(event)) return
        event.preventDefault()
        event.stopPropagation()
        take([...event.dataTransfer.files])
      },
      onPaste(event: ClipboardEvent) {
        const files = open ? pastedFiles(event) : []
        if (files.length === 0) return
        event.preventDefault()
        event.stopPropagation()
        take(files)
      },
    },
  }
}

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
