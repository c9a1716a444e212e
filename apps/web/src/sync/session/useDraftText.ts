import { useCallback, useEffect, useRef, useState } from 'react'
import { readDraftText, writeDraftText } from '../vault/draftTexts.ts'
import { useMe } from './me.tsx'

/**
 * A text that survives this page until it is sent or discarded: `[text, set, forget]`, as `useState`. `forget` deletes it from the
 * device and leaves it on screen.
 * @param place its purpose, the same each time
 * @param initial the text where none is stored
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
