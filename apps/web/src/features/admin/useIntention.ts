import { useRef } from 'react'
import { newId } from '../../lib/ids.ts'

/** A key for what is wished, the same for the same wish: a press repeated after a lost answer does the thing once. */
export function useIntention(): (wish: unknown) => string {
  const last = useRef({ wish: '', key: '' })
  return wish => {
    const text = JSON.stringify(wish)
    if (text !== last.current.wish) last.current = { wish: text, key: newId() }
    return last.current.key
  }
}
