import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { announce } from './announce.ts'
import { Callout } from './Callout.tsx'

/** A confirmation shown where the action was taken, also announced. */
export function useSaid(): { said: string | null; say: (sentence: string | null) => void } {
  const [said, setSaid] = useState<string | null>(null)
  return {
    said,
    say: sentence => {
      setSaid(sentence)
      if (sentence) announce(sentence)
    },
  }
}

/** A confirmation from the previous page, passed as `{ state: { said } }`. A reload does not repeat it. */
export function useArrival(): string | null {
  const { state, search, hash } = useLocation()
  const navigate = useNavigate()
  const given = typeof state?.said === 'string' ? (state.said as string) : null
  const [said, setSaid] = useState(given)
  useEffect(() => {
    if (given === null) return
    setSaid(given)
    announce(given)
    navigate({ search, hash }, { replace: true, state: null })
  }, [given, search, hash, navigate])
  return said
}

/** Takes the focus when the pressed button is gone, so that reading continues here and not at the top of the page. */
export function Said({ said }: { said: string | null }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (said && document.activeElement === document.body) box.current?.focus()
  }, [said])
  return (
    said && (
      <div ref={box} tabIndex={-1}>
        <Callout tone="good" title={said} />
      </div>
    )
  )
}
