import type { ClipboardEvent } from 'react'

/** The files in the clipboard. Excel adds a picture of copied cells beside their text: that is no file. */
export function pastedFiles({ clipboardData }: ClipboardEvent): File[] {
  return clipboardData.getData('text/plain') === '' ? [...clipboardData.files] : []
}
