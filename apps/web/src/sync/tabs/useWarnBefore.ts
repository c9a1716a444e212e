import { useEffect } from 'react'
import { isClosing } from './onlyHere.ts'

/** Asks before the page is closed while something would be lost with it. */
export function useWarnBefore(isLost: () => boolean): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!isClosing() && isLost()) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isLost])
}
