import { type RefObject, useEffect } from 'react'
import { useKeys } from '#ui/keys.ts'

const linksIn = (box: RefObject<HTMLElement | null>): HTMLElement[] => [
  ...(box.current?.querySelectorAll<HTMLElement>('a[data-line]') ?? []),
]
const lineAt = (element: Element | null): Element | null => element?.closest('li[data-cockpit]') ?? null
const inHand = (box: RefObject<HTMLElement | null>): number => {
  const line = lineAt(document.activeElement)
  return linksIn(box).findIndex(link => line !== null && lineAt(link) === line)
}

/** Moves the focus to the next line, or the one before; from outside to the first. */
function go(box: RefObject<HTMLElement | null>, step: 1 | -1): void {
  const all = linksIn(box)
  const at = inHand(box)
  all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)]?.focus()
}

/** The keys of the queue for its lines (j, k, arrows), and one for each act on the line in hand. */
export function useLineKeys(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current
    function onKeyDown(event: KeyboardEvent): void {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      const onLine = event.target instanceof HTMLElement && event.target.matches('a[data-line], button')
      if (step === undefined || !onLine || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      go(box, step === 1 ? 1 : -1)
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [box])
  const press = (act: string) => {
    // Nothing is sent for a line that is not in hand: a letter typed too late, or for another field, must not remind.
    const line = lineAt(document.activeElement)
    line?.querySelector<HTMLElement>(`button[data-act="${act}"]`)?.click()
  }
  useKeys([
    { keys: 'j', label: 'Baris berikutnya (atau panah bawah)', run: () => go(box, 1) },
    { keys: 'k', label: 'Baris sebelumnya (atau panah atas)', run: () => go(box, -1) },
    { keys: 'w', label: 'Siapkan pesan WhatsApp untuk baris yang ditunjuk', run: () => press('message') },
    { keys: 'i', label: 'Ingatkan perangkat daerah pada baris yang ditunjuk', run: () => press('remind') },
    { keys: 'p', label: 'Perpanjang tenggat baris yang ditunjuk', run: () => press('extend') },
  ])
}

/**
 * After an act on a line the reading goes on at the next one, or the one before where it was the last. Where the focus has gone
 * elsewhere meanwhile it stays there: what is typed next must not become commands.
 * @param id of the line
 * @param pressed where the focus was when it was sent
 */
export function focusBeside(id: string, pressed: Element | null): void {
  const now = document.activeElement
  if (now !== null && now !== pressed && now !== document.body) return
  const all = [...document.querySelectorAll<HTMLElement>('a[data-line]')]
  const at = all.findIndex(link => link.dataset.line === id)
  if (at >= 0) (all[at + 1] ?? all[at - 1] ?? all[at])?.focus()
}
