import { useEffect, useRef } from 'react'

/**
 * Where the line that has the focus leaves a list, the focus goes to the next one, the last, or the heading of the page; one that has
 * gone elsewhere meanwhile stays there.
 * @param ids of the lines as they are shown; each has its id as `data-line-of`, and in it what can take the focus
 */
export function useFocusBeside(ids: readonly string[]): void {
  const focused = useRef<string | null>(null)
  const before = useRef(ids)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const line = target instanceof Element ? target.closest<HTMLElement>('[data-line-of]') : null
      focused.current = line?.dataset.lineOf ?? null
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [])
  useEffect(() => {
    const known = before.current
    before.current = ids
    const left = focused.current
    if (left === null || ids.includes(left)) return
    focused.current = null
    if (document.activeElement !== document.body) return
    const next = known.slice(known.indexOf(left) + 1).find(id => ids.includes(id)) ?? ids.at(-1)
    const line = next && document.querySelector<HTMLElement>(`[data-line-of="${next}"] [tabindex]`)
    const target = line || document.querySelector<HTMLElement>('h1')
    target?.focus()
  })
}
