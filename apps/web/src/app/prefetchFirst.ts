// Runs first, before React: on a slow connection a start waits longest for the session, and a form for its report.

import { isSessionLeft } from '#sync/session/endSession.ts'
import { wasSignedIn } from '#sync/session/signedInHint.ts'
import { lockWhatWasLeft } from '#sync/session/signOut.ts'
import { addressOf } from '#sync/transport/api.ts'
import { prefetch } from '#sync/transport/prefetched.ts'
import { openDatabaseAhead, thisDevice } from '#sync/vault/thisDevice.ts'
import { reportAt } from './firstPages.ts'

lockWhatWasLeft()
if (wasSignedIn()) {
  if (!isSessionLeft()) {
    prefetch(addressOf('GET /session', { query: thisDevice() }))
    const id = reportAt(location.pathname)
    if (id) prefetch(addressOf('GET /submissions/:id', { params: { id } }))
  }
  openDatabaseAhead()
}
