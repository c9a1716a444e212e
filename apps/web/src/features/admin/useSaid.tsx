import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { announce } from '../../ui/announce.ts'
import { Callout } from '../../ui/Callout.tsx'

/** What was just brought about, said where it was done: seen there, and read out. */
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

/** What was brought about on the page before, given along as `{ state: { said } }`. A reload does not say it again. */
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

/** Takes the focus where what was pressed is gone, so that reading goes on here and not at the top of the page. */
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
