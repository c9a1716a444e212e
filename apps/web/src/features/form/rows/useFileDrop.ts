import { type ClipboardEvent, type DragEvent, useState } from 'react'
import { pastedFiles } from '#ui/FileDrop.tsx'
import { useForm, useKey } from '../FormContext.ts'

/** Files dropped or pasted on a row become its evidence, and are shown in the row's panel. */
export function useFileDrop(table: string, row: string) {
  const { view, uploads } = useForm()
  const open = useKey('access', store => store.isWritable(`/${table}/${row}`))
  const [over, setOver] = useState(false)
  const hasFiles = (event: DragEvent) => open && event.dataTransfer.types.includes('Files')
  function take(files: File[]): void {
    void uploads.add(`/${table}/${row}`, files)
    view.set({ hand: { table, row, field: undefined }, part: 'evidence', drawer: 'row' })
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
