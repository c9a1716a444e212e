import { useEffect, useRef, useState } from 'react'

/** What is typed is saved after this time (ms) without a key: a crash or the screen lock then loses nothing. */
const rest = 1000
/** A reloaded page has time to encrypt between the two events; not every closing fires the first. */
const closing = ['beforeunload', 'pagehide']

/**
 * What a field contains that is not saved yet; undefined for nothing. Saved when the field is left, its container or the page is
 * closed, or on a pause. `fit`: the value to save, null where it is invalid; `onLeft` is called where that is not `value`.
 */
export function useTyped<Typed>(value: string, fit: (typed: Typed) => string | null, onLeft: (fit: string) => void) {
  const [typed, setTyped] = useState<Typed>()
  function save(left: boolean): void {
    const fits = typed === undefined ? null : fit(typed)
    if (fits === null) return
    // while typing, a trailing blank stays
    if (left || fits === typed) setTyped(undefined)
    if (fits !== value) onLeft(fits)
  }
  const last = useRef(save)
  useEffect(() => {
    last.current = save
  })
  useEffect(() => {
    if (typed === undefined) return
    const timer = setTimeout(() => last.current(false), rest)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => {
    const hide = () => last.current(false)
    for (const event of closing) addEventListener(event, hide)
    return () => {
      for (const event of closing) removeEventListener(event, hide)
      last.current(true)
    }
  }, [])
  return { typed, setTyped, leave: () => save(true) }
}
