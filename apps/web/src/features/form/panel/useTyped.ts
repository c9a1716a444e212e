import { useEffect, useRef, useState } from 'react'

/** What is typed is saved after so long (ms) without a key: a crash or the lock of the screen then takes nothing with it. */
const rest = 1000
/** A page that is loaded again has time to encrypt between the two; not every closing tells the first. */
const closing = ['beforeunload', 'pagehide']

/**
 * What stands in a field and is not saved yet; undefined while nothing is. Saved when the field is left, what it is in or the page is
 * closed, or typing rests. `fit`: what would be saved of it, null where it cannot be; `onLeft` is called where that is not `value`.
 */
export function useTyped<Typed>(value: string, fit: (typed: Typed) => string | null, onLeft: (fit: string) => void) {
  const [typed, setTyped] = useState<Typed>()
  function save(left: boolean): void {
    const fits = typed === undefined ? null : fit(typed)
    if (fits === null) return
    // while it is still typed in, a blank at its end stays
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
