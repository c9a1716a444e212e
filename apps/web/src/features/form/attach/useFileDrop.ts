import { type DragEvent, useState } from 'react'
import { useForm, useKey } from '../FormContext.ts'

/** Files dropped on a row become its evidence: they are named in the panel of the row, then sent. */
export function useFileDrop(table: string, row: string) {
  const { view, uploads } = useForm()
  const open = useKey('access', store => store.isWritable(`/${table}/${row}`))
  const [over, setOver] = useState(false)
  const hasFiles = (event: DragEvent) => open && event.dataTransfer.types.includes('Files')
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
        void uploads.add(`/${table}/${row}`, [...event.dataTransfer.files])
        view.set({ hand: { table, row, field: undefined }, part: 'evidence', drawer: 'row' })
      },
    },
  }
}
