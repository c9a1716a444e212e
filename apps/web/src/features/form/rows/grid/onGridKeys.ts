import type { KeyboardEvent } from 'react'

const isTextArea = (element: Element): element is HTMLTextAreaElement => element.tagName === 'TEXTAREA'

/** Whether the key leaves the cell downwards or upwards; a multi-line text keeps the arrows for itself. */
function stepOf(event: KeyboardEvent, element: Element): 1 | -1 | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null
  const area = isTextArea(element)
  if (element.tagName === 'SELECT') return event.key === 'Enter' ? 1 : null
  if (event.key === 'Enter') return area ? null : event.shiftKey ? -1 : 1
  if (event.shiftKey) return null
  if (event.key === 'ArrowDown') return area && element.selectionEnd < element.value.length ? null : 1
  if (event.key === 'ArrowUp') return area && element.selectionStart > 0 ? null : -1
  return null
}

/** Enter and the arrows go to the same column of the next row, as in a spreadsheet. */
export function onGridKeys(event: KeyboardEvent<HTMLTableElement>): void {
  const element = event.target as HTMLElement
  const column = element.dataset.column
  if (column === undefined) return
  const step = stepOf(event, element)
  if (step === null) return
  const same = [...event.currentTarget.querySelectorAll<HTMLElement>(`[data-column="${CSS.escape(column)}"]`)]
  const next = same[same.indexOf(element) + step]
  event.preventDefault()
  next?.focus()
}
