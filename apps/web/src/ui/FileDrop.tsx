import { type ClipboardEvent, type DragEvent, type ReactNode, useId, useState } from 'react'
import { cx } from './cx.ts'
import { FileButton } from './FileButton.tsx'
import styles from './FileDrop.module.css'

/** The files in the clipboard. Excel adds a picture of copied cells beside their text: that is no file. */
export function pastedFiles({ clipboardData }: ClipboardEvent): File[] {
  return clipboardData.getData('text/plain') === '' ? [...clipboardData.files] : []
}

export interface FileDropProps {
  label: string
  hint?: ReactNode
  /** As the accept attribute: ".pdf,.jpg". The server judges by content. */
  accept?: string
  multiple?: boolean
  onFiles: (files: File[]) => void
  whyNot?: string | null
}

/** Drop, paste or choose files: the button does the same for keyboard and touch. */
export function FileDrop({ label, hint, accept, multiple, onFiles, whyNot }: FileDropProps) {
  const [over, setOver] = useState(false)
  const hintId = useId()

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    take([...event.dataTransfer.files])
  }
  function take(files: File[]): void {
    if (files.length > 0 && !whyNot) onFiles(multiple ? files : files.slice(0, 1))
  }

  return (
    <fieldset
      className={cx(styles.drop, over && styles.over)}
      aria-label={label}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={event => take(pastedFiles(event))}
    >
      <FileButton
        accept={accept}
        multiple={multiple}
        whyNot={whyNot}
        aria-describedby={hint ? hintId : undefined}
        onFiles={onFiles}
      >
        {label}
      </FileButton>
      {hint && (
        <span id={hintId} className={styles.hint}>
          {hint}
        </span>
      )}
    </fieldset>
  )
}
