// The keyboard shortcuts of the current page. Pages register theirs while mounted; one listener serves all.
import { useStore } from '@nanostores/react'
import { atom } from 'nanostores'
import { useEffect, useRef } from 'react'

export interface Key {
  /** As shown: "j", "?", "Ctrl+Enter". Single letters work only outside fields; with Ctrl or Alt everywhere, but for undo. */
  keys: string
  label: string
  run: (event: KeyboardEvent) => void
}

const pages = new Set<{ current: readonly Key[] }>()
const shown = atom<readonly Key[]>([])

/** Single-letter shortcuts can disturb users with speech input or tremor: they can be switched off (WCAG 2.1.4). */
export const lettersOn = atom(true)

function pressed(event: KeyboardEvent): string {
  const parts = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '']
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (event.shiftKey && event.key.length > 1) parts.push('Shift')
  return [...parts.filter(Boolean), key].join('+')
}

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio]), textarea, select'))

const undoing = new Set(['Ctrl+z', 'Ctrl+y'])
/**
 * Whether undo and redo are about something else than the answers of the page: a text beside them, as a note, which the browser
 * undoes itself, or a dialog before them. A field of an answer has the place of the answer, `/table/row/field`, as its id.
 */
function isAside(target: EventTarget | null): boolean {
  const inText = inField(target) && !(target instanceof HTMLSelectElement)
  const inAnswer = inField(target) && target instanceof HTMLElement && target.id.startsWith('/')
  return !inAnswer && (inText || document.querySelector('dialog[open]') !== null)
}

function listen(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  if (plain && event.key.length === 1 && (inField(event.target) || !lettersOn.get())) return
  if (document.querySelector('dialog[open]') && plain) return
  const name = pressed(event)
  if (undoing.has(name) && isAside(event.target)) return
  const key = shown.get().find(one => one.keys.split(' / ').includes(name))
  if (!key) return
  event.preventDefault()
  key.run(event)
}

/** Of two that want the same key the later page has it. */
const renew = (): void => {
  const all = [...pages].reverse().flatMap(page => page.current)
  shown.set(all.filter((key, at) => all.findIndex(one => one.keys === key.keys) === at))
}

/** Registers the shortcuts of a page or part while it is mounted; the latest win. Listed by `?`. */
export function useKeys(keys: readonly Key[]): void {
  const page = useRef(keys)
  page.current = keys
  useEffect(() => {
    const mine = { current: page.current.map(key => ({ ...key, run: (event: KeyboardEvent) => run(key.keys, event) })) }
    function run(name: string, event: KeyboardEvent): void {
      page.current.find(key => key.keys === name)?.run(event)
    }
    pages.add(mine)
    if (pages.size === 1) addEventListener('keydown', listen)
    renew()
    return () => {
      pages.delete(mine)
      if (pages.size === 0) removeEventListener('keydown', listen)
      renew()
    }
  }, [])
}

export const useShownKeys = (): readonly Key[] => useStore(shown)
