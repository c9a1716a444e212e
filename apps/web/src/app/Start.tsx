// The first chunk: sign-in works before router and Query have arrived, and a browser without a session requests nothing.
// A user who was signed in here sees the shell's outline while the session is requested and the shell loads. When the server does
// not answer, another open tab, or name and password, unlock what is stored on this device; the identity then stays unconfirmed
// until the server answers (sync/transport/unconfirmed.ts).
import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { SignInPage } from '#features/sign-in/SignInPage.tsx'
import type { Me } from '#sync/apiTypes.ts'
import { hasCode, NoAnswerError, ProblemError } from '#sync/problems/ProblemError.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { WhomToAsk } from '#sync/problems/whomToAsk.ts'
import { endSessionLeft, keepSession } from '#sync/session/endSession.ts'
import { touchDevice } from '#sync/session/idle.ts'
import { rememberPerson } from '#sync/session/lockedPerson.ts'
import { lacksKey, openBesideOthers, openDevice } from '#sync/session/session.ts'
import { forgetSignedIn, lockedFor, rememberSignedIn, wasSignedIn } from '#sync/session/signedInHint.ts'
import { AnotherHereError, askSession, type Credentials, confirmEntry, type Entry } from '#sync/session/signIn.ts'
import { actingKey, tellOtherTabs } from '#sync/tabs/tabs.ts'
import { signedInAgain } from '#sync/transport/sessionGate.ts'
import { believe } from '#sync/transport/unconfirmed.ts'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'
import { Frame } from './Frame.tsx'
import { loadFirstPage } from './firstPages.ts'
import { Page, pageFiles } from './Page.tsx'
import { RouteBoundary } from './RouteBoundary.tsx'

const shell = pageFiles(() => {
  loadFirstPage(location.pathname)
  return import('./Shell.tsx')
})
/** A server that does not answer within this time (ms) does not hold up the start. */
const timeoutMs = 3000

/** What is shown in place of the pages: their outline, the sign-in page, or that the server does not answer. */
type Before = 'outline' | 'sign-in' | 'sign-in-here' | { failed: unknown }

export function Start() {
  const [me, setMe] = useState<Me | null>(null)
  const [before, setBefore] = useState<Before>(wasSignedIn() ? 'outline' : 'sign-in')
  const entered = useRef(false)

  const enter = useCallback(async (next: Me, password?: string): Promise<void> => {
    entered.current = true
    await openDevice(next, password)
    believe(null)
    keepSession()
    goOn(next)
    tellOtherTabs(next)
    setMe(next)
  }, [])
  /** The session is requested before anything else. */
  const enterUnconfirmed = useCallback(
    (last: Me, credentials?: Credentials): void => {
      entered.current = true
      believe(() => confirm(last, credentials, enter))
      goOn(last)
      setMe(last)
    },
    [enter],
  )
  const signedIn = useCallback(
    ({ me: next, credentials, confirmed }: Entry) =>
      confirmed ? enter(next, credentials.password) : enterUnconfirmed(next, credentials),
    [enter, enterUnconfirmed],
  )
  /** Without an answer: from another open tab at once, else by name and password. */
  const startHere = useCallback(
    async (failed?: unknown): Promise<void> => {
      const last = await openBesideOthers(() => entered.current)
      if (entered.current) return
      if (last) enterUnconfirmed(last)
      else setBefore(keepsOnDevice() ? 'sign-in-here' : failed ? { failed } : 'outline')
    },
    [enterUnconfirmed],
  )
  const ask = useCallback(async () => {
    // Do not interrupt a user who is typing a password
    setBefore(now => (now === 'sign-in-here' ? now : 'outline'))
    const late = setTimeout(startHere, timeoutMs)
    try {
      const next = await askSession()
      if (entered.current) return
      if (lacksKey(next)) throw new Error('this device was given no key')
      await enter(next)
    } catch (error) {
      if (entered.current) return
      if (error instanceof NoAnswerError) return startHere(error)
      if (error instanceof ProblemError && error.problem.status >= 500) return setBefore({ failed: error })
      forgetSignedIn()
      setBefore('sign-in')
    } finally {
      clearTimeout(late)
    }
  }, [enter, startHere])

  useEffect(() => {
    if (wasSignedIn()) void ask()
    else endSessionLeft().catch(() => undefined)
    const timer = setTimeout(() => shell.load().catch(() => undefined), wasSignedIn() ? 0 : 500)
    return () => clearTimeout(timer)
  }, [ask])

  const waits = typeof before === 'object' || before === 'sign-in-here'
  useEffect(() => {
    if (!waits || me) return
    addEventListener('online', ask)
    return () => removeEventListener('online', ask)
  }, [waits, me, ask])

  if (me)
    return (
      <WhomToAsk value={me.contact}>
        <RouteBoundary around={failure => <Frame>{failure}</Frame>}>
          <Suspense fallback={<Frame />}>
            <Page of={shell} me={me} setMe={enter} />
          </Suspense>
        </RouteBoundary>
      </WhomToAsk>
    )
  if (before === 'sign-in' || before === 'sign-in-here')
    return <SignInPage onSignedIn={signedIn} offline={before === 'sign-in-here'} />
  return <Frame>{typeof before === 'object' && <ProblemPanel error={before.failed} onRetry={ask} />}</Frame>
}

/** The user whose screen was locked stays on the page; any other user starts at home. */
function goOn(next: Me): void {
  const locked = lockedFor()
  if (locked !== null && locked !== next.person.id) history.replaceState(null, '', '/')
  rememberSignedIn()
  void rememberPerson(next)
  touchDevice()
}

/** @throws NoAnswerError while the server does not answer, and when the session acts in another post: nothing may be sent as that. */
async function confirm(
  believed: Me,
  credentials: Credentials | undefined,
  enter: (me: Me, password?: string) => unknown,
) {
  try {
    const next = await confirmEntry(believed, credentials)
    await enter(next, credentials?.password)
    if (actingKey(next) !== actingKey(believed)) throw new NoAnswerError('in another post')
  } catch (error) {
    if (error instanceof NoAnswerError) throw error
    const isAnother = error instanceof AnotherHereError
    const mustSignIn = ['not-signed-in', 'bad-credentials', 'second-factor-required'].some(code => hasCode(error, code))
    if (!isAnother && !mustSignIn) throw error
    if (!(await signedInAgain())) throw error
  }
}
