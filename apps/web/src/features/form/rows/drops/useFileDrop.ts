import type { Row } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { type ClipboardEvent, type DragEvent, useState } from 'react'
import { pastedFiles } from '#ui/FileDrop.tsx'
import { useForm, useWritable } from '../../FormContext.ts'
import { useRowDetails } from '../useRowDetails.ts'

/** Files dropped or pasted on a row become its evidence, and are shown in the row's panel. */
export function useFileDrop(row: Row) {
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
