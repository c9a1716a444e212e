import { type RefObject, useEffect, useRef } from 'react'

/** A panel that opened by a press: reading goes on at its first field. */
export function useFirstField(): RefObject<HTMLElement | null> {
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('select, textarea, input')?.focus(), [])
  return box
}
