import { type ComponentType, createElement, type ReactNode, useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { Callout } from './Callout.tsx'

interface Part<P extends object> {
  bring: () => Promise<ComponentType<P>>
  waiting: ReactNode
  here?: ComponentType<P>
}

/**
 * A part that is fetched when it is first shown. Where it does not arrive, it says so in its own place and can be asked for again:
 * the page around it, with what was typed there, stays.
 * @param waiting shown until it is there
 */
export const late = <P extends object>(bring: Part<P>['bring'], waiting: ReactNode = null): ComponentType<P> => {
  const part: Part<P> = { bring, waiting }
  return given => <Late part={part} given={given} />
}

function Late<P extends object>({ part, given }: { part: Part<P>; given: P }) {
  const [failed, setFailed] = useState(false)
  const [, setArrived] = useState(false)
  useEffect(() => {
    if (part.here || failed) return
    let shown = true
    part.bring().then(
      here => {
        part.here = here
        if (shown) setArrived(true)
      },
      () => shown && setFailed(true),
    )
    return () => {
      shown = false
    }
  }, [part, failed])
  if (part.here) return createElement(part.here, given)
  if (!failed) return part.waiting
  return (
    <Callout
      tone="warn"
      live
      title="Bagian ini belum sampai"
      actions={
        <Button small icon="refresh" onClick={() => setFailed(false)}>
          Coba lagi
        </Button>
      }
    >
      Sambungan terputus. Isian di halaman ini tetap ada.
    </Callout>
  )
}
