import type { ClipboardEvent } from 'react'

/** The files in what is pasted. Of cells that were copied Excel adds a picture beside their text: that is no file. */
export function pastedFiles({ clipboardData }: ClipboardEvent): File[] {
  return clipboardData.getData('text/plain') === '' ? [...clipboardData.files] : []
}
