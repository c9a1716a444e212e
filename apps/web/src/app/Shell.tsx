// What loads after the sign-in page has painted: router, Query, layout.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, useEffect, useState } from 'react'
import { BrowserRouter } from 'react-router'
import type { Me } from '#sync/apiTypes.ts'
import { NoAnswerError } from '#sync/problems/ProblemError.ts'
import { keepAppOnDevice } from '#sync/session/appVersion.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { FetchAhead, RefetchOnReconnect, SendFiles, SendPending } from './Background.tsx'
import { IdleLock } from './IdleLock.tsx'
import { Layout } from './Layout.tsx'
import { OtherTab } from './OtherTab.tsx'
import { onceStill } from './onceStill.ts'
import { AppRoutes } from './routes.tsx'
import { SessionEnded } from './SessionEnded.tsx'

const ForcedPasswordPage = lazy(() => import('./ForcedPasswordPage.tsx'))
const ForcedSecondFactorPage = lazy(() => import('./ForcedSecondFactorPage.tsx'))

export default function Shell({ me, setMe }: { me: Me; setMe: (me: Me, password?: string) => void }) {
  useEffect(() => {
    if (location.hash === '#kode' || location.hash === '#masuk') history.replaceState(null, '', location.pathname)
    // on a first visit the opened page, and what is typed into it, come before all other files
    if (!navigator.serviceWorker?.controller) return onceStill(keepAppOnDevice)
    void keepAppOnDevice()
    return undefined
  }, [])
  return (
    <MeProvider me={me} setMe={setMe}>
      <First me={me} />
      <SessionEnded />
      <OtherTab />
      <IdleLock />
    </MeProvider>
  )
}

/** What must be done before anything else, or else the pages. */
function First({ me }: { me: Me }) {
  if (me.mustChangePassword) return <ForcedPasswordPage />
  if (me.mustSetUpSecondFactor) return <ForcedSecondFactorPage />
  return <Pages key={`${me.person.id}/${me.post?.id}`} />
}

/** Keyed by person and acting post: nothing read as one is ever shown to the other. */
function Pages() {
  const [client] = useState(queryClient)
  return (
    <QueryClientProvider client={client}>
      <SendFiles />
      <BrowserRouter>
        <RefetchOnReconnect />
        <FetchAhead />
        <SendPending />
        <Layout>
          <AppRoutes />
        </Layout>
      </BrowserRouter>
    </QueryClientProvider>
  )
}

/**
 * A refusal is final and is not retried; only a request without a response is, also on reconnecting. No query passes on the abort
 * signal: a response that arrives after its page was left is there for the next visit, an aborted request would be sent again.
 */
const queryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (times, error) => error instanceof NoAnswerError && times < 2,
        retryDelay: times => 500 * 2 ** times,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
