import type { KeyboardEvent } from 'react'

/** On the button that folds a line: left and right fold and unfold it, up and down go to that of the next line. */
export function onTreeKeys(event: KeyboardEvent<HTMLElement>): void {
  const button = event.target
  if (!(button instanceof HTMLElement) || button.dataset.fold === undefined) return
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const open = button.getAttribute('aria-expanded') === 'true'
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-fold]')]
  const at = all.indexOf(button)
  const isAbove = (one: HTMLElement) => Number(one.dataset.fold) < Number(button.dataset.fold)
  const next = {
    ArrowRight: open ? all[at + 1] : button,
    ArrowLeft: open ? button : all.slice(0, at).reverse().find(isAbove),
    ArrowDown: all[at + 1],
    ArrowUp: all[at - 1],
  }[event.key]
  if (!next) return
  event.preventDefault()
  if (next === button) button.click()
  else next.focus()
}
