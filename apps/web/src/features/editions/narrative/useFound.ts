import { useEffect, useState } from 'react'
import type { FoundFigure } from './Says.ts'

export type Find = (words: string) => Promise<readonly FoundFigure[]>
/** `failed`: the server did not answer, or refused. */
export interface Found {
  figures: readonly FoundFigure[]
  state: 'seeking' | 'found' | 'failed'
}
/** Asks only after a pause in typing (ms). */
const pause = 180

/** The figures that words find; null words find none. What was found before is shown until the next answer is there. */
export function useFound(words: string | null, find: Find): Found {
  const [found, setFound] = useState<Found>({ figures: [], state: 'seeking' })
  useEffect(() => {
    if (words === null) return setFound({ figures: [], state: 'seeking' })
    let asked = true
    setFound(before => ({ ...before, state: 'seeking' }))
    const timer = setTimeout(() => {
      find(words.trim()).then(
        figures => asked && setFound({ figures, state: 'found' }),
        () => asked && setFound({ figures: [], state: 'failed' }),
      )
    }, pause)
    return () => {
      asked = false
      clearTimeout(timer)
    }
  }, [words, find])
  return found
}
