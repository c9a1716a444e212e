import { useState } from 'react'

/** How a dialog ends: it is left, or has done something, in words for the user. */
export interface DialogEnds {
  onClose: () => void
  onDone: (sentence: string) => void
}

/** A dialog about one thing at a time: `about` is null while it is closed. What it has done is said by the page. */
export function useDialog<T>(say: (sentence: string) => void) {
  const [about, open] = useState<T | null>(null)
  const onClose = () => open(null)
  const onDone = (sentence: string) => {
    onClose()
    say(sentence)
  }
  return { about, open, ends: { onClose, onDone } satisfies DialogEnds }
}
