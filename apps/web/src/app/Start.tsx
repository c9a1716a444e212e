// The first chunk: sign-in can be used before router and Query have arrived, and nothing is asked for who has not been here.
// Whoever was signed in here sees the frame of the shell instead, while the session is asked for and the shell loads.
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { SignInPage } from '../features/sign-in/SignInPage.tsx'
import { api } from '../lib/api.ts'
import type { Me } from '../lib/apiTypes.ts'
import { NoAnswerError } from '../lib/ProblemError.ts'
import { forgetSignedIn, rememberSignedIn, wasSignedIn } from '../lib/signedInHint.ts'
import { tellOtherTabs } from '../lib/tabs.ts'
import { WhomToAsk } from '../lib/whomToAsk.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { Frame } from './Frame.tsx'
import { RouteBoundary } from './RouteBoundary.tsx'

const loadShell = () => import('./Shell.tsx')
const Shell = lazy(loadShell)

export function Start() {
  const [me, setMe] = useState<Me | null>(null)
  const [known, setKnown] = useState(wasSignedIn)
  const [failed, setFailed] = useState<unknown>(null)

  const enter = useCallback((next: Me) => {
    rememberSignedIn()
    tellOtherTabs(next)
    setMe(next)
  }, [])
  const ask = useCallback(() => {
    setFailed(null)
    api('GET /session').then(enter, (error: unknown) => {
      if (error instanceof NoAnswerError) setFailed(error)
      else {
        forgetSignedIn()
        setKnown(false)
      }
    })
  }, [enter])

  useEffect(() => {
    if (wasSignedIn()) ask()
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
