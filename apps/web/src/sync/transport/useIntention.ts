import { useRef } from 'react'
import { newId } from '../newId.ts'

/** An idempotency key per request body: a press repeated after a lost response acts once. */
export function useIntention(): (wish: unknown) => string {
  const last = useRef({ wish: '', key: '' })
  return wish => {
    const text = JSON.stringify(wish)
    if (text !== last.current.wish) last.current = { wish: text, key: newId() }
    return last.current.key
  }
}
