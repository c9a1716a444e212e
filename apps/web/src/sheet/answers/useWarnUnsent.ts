import { useEffect } from 'react'
import { isClosing } from '#sync/tabs/onlyHere.ts'
import { hasUnsent } from './liveStores.ts'

const nothing = () => false

/** Asks before the page is closed while something would be lost with it. `more`: what else would be. */
export function useWarnUnsent(more: () => boolean = nothing): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isClosing()) return
      if (hasUnsent() || more()) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [more])
}
