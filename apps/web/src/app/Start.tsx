// The first chunk: sign-in can be used before router and Query have arrived, and nothing is asked for who has not been here.
// Whoever was signed in here sees the frame of the shell instead, while the session is asked for and the shell loads; where no
// answer comes, the application starts from what this device kept, and believes only that far (lib/unconfirmed.ts).
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { SignInPage } from '../features/sign-in/SignInPage.tsx'
import { api } from '../lib/api.ts'
import type { Me } from '../lib/apiTypes.ts'
import { lastHere, readAs, rememberMe } from '../lib/device/session.ts'
import { hasCode, NoAnswerError } from '../lib/ProblemError.ts'
import { signedInAgain } from '../lib/sessionGate.ts'
import { forgetSignedIn, rememberSignedIn, wasSignedIn } from '../lib/signedInHint.ts'
import { actingKey, tellOtherTabs } from '../lib/tabs.ts'
import { believe } from '../lib/unconfirmed.ts'
import { WhomToAsk } from '../lib/whomToAsk.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { Frame } from './Frame.tsx'
import { RouteBoundary } from './RouteBoundary.tsx'

const loadShell = () => import('./Shell.tsx')
const Shell = lazy(loadShell)
/** A line that gives no answer for so long (ms) does not keep one from starting. */
const patience = 3000

export function Start() {
  const [me, setMe] = useState<Me | null>(null)
  const [known, setKnown] = useState(wasSignedIn)
  const [failed, setFailed] = useState<unknown>(null)
  const entered = useRef(false)

  const enter = useCallback((next: Me) => {
    entered.current = true
    believe(null)
    rememberSignedIn()
    tellOtherTabs(next)
    rememberMe(next)
    setMe(next)
  }, [])
  /** True when the device knows who was here; the server is asked again before anything else goes out. */
  const enterUnconfirmed = useCallback(async (): Promise<boolean> => {
    const last = await lastHere()
    if (!last || entered.current) return entered.current
    entered.current = true
    readAs(last)
    believe(() => confirm(last, enter))
    setMe(last)
    return true
  }, [enter])
  const ask = useCallback(async () => {
    setFailed(null)
    const late = setTimeout(enterUnconfirmed, patience)
    try {
      const next = await api('GET /session')
      enter(next)
    } catch (error) {
      if (entered.current) return
      if (error instanceof NoAnswerError) setFailed((await enterUnconfirmed()) ? null : error)
      else {
        forgetSignedIn()
        setKnown(false)
      }
    } finally {
      clearTimeout(late)
    }
  }, [enter, enterUnconfirmed])

  useEffect(() => {
    if (wasSignedIn()) void ask()
    const timer = setTimeout(() => loadShell().catch(() => undefined), wasSignedIn() ? 0 : 500)
    return () => clearTimeout(timer)
  }, [ask])

  useEffect(() => {
    if (failed === null) return
    addEventListener('online', ask)
    return () => removeEventListener('online', ask)
  }, [failed, ask])

  if (me)
    return (
      <WhomToAsk value={me.contact}>
        <RouteBoundary around={failure => <Frame>{failure}</Frame>}>
          <Suspense fallback={<Frame />}>
            <Shell me={me} setMe={enter} />
          </Suspense>
        </RouteBoundary>
      </WhomToAsk>
    )
  if (!known) return <SignInPage onSignedIn={enter} />
  return <Frame>{failed !== null && <ProblemPanel error={failed} onRetry={ask} />}</Frame>
}

/** @throws NoAnswerError while the server does not answer, and when it is another who is here: nothing goes out in that name. */
async function confirm(believed: Me, enter: (me: Me) => void): Promise<void> {
  try {
    const next = await api('GET /session')
    enter(next)
    if (actingKey(next) !== actingKey(believed)) throw new NoAnswerError('another person is signed in')
  } catch (error) {
    if (!hasCode(error, 'not-signed-in') || !(await signedInAgain())) throw error
  }
}
