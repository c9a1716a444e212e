// Runs first, before React: on a slow connection the session response is what a start waits for longest.

import { isSessionLeft } from '#sync/session/endSession.ts'
import { wasSignedIn } from '#sync/session/signedInHint.ts'
import { lockWhatWasLeft } from '#sync/session/signOut.ts'
import { addressOf } from '#sync/transport/api.ts'
import { prefetch } from '#sync/transport/prefetched.ts'
import { database, keepsOnDevice } from '#sync/vault/database.ts'
import { thisDevice } from '#sync/vault/thisDevice.ts'

lockWhatWasLeft()
if (wasSignedIn()) {
  if (!isSessionLeft()) prefetch(addressOf('GET /session', { query: thisDevice() }))
  if (keepsOnDevice()) database().catch(() => undefined)
}
