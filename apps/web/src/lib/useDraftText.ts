import { useCallback, useEffect, useRef, useState } from 'react'
import { readDraftText, writeDraftText } from './device/draftTexts.ts'
import { useMe } from './me.tsx'

/**
 * A text that outlives this page until it is sent or given up: `[text, set, forget]`, as `useState`. `forget` takes it off the
 * device and leaves it on screen.
 * @param place what it is for, the same each time it is asked for
 * @param initial what stands there where nothing is kept
 */
export function useDraftText(place: string, initial = ''): [string, (next: string) => void, () => void] {
  const { person } = useMe()
  const [text, show] = useState(initial)
  const typed = useRef(false)
  useEffect(() => {
    let here = true
    void readDraftText(person.id, place).then(kept => {
      if (here && kept !== undefined && !typed.current) show(kept)
    })
    return () => {
      here = false
    }
  }, [person.id, place])
  const keep = useCallback((next: string) => void writeDraftText(person.id, place, next), [person.id, place])
  const set = useCallback(
    (next: string) => {
      typed.current = true
      show(next)
      keep(next)
    },
    [keep],
  )
  return [text, set, useCallback(() => keep(''), [keep])]
}
