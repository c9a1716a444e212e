// Runs first, before React: on a slow connection the session response is what a start waits for longest.
import { addressOf } from '../lib/api.ts'
import { database, keepsOnDevice } from '../lib/device/database.ts'
import { thisDevice } from '../lib/device/thisDevice.ts'
import { isSessionLeft } from '../lib/endSession.ts'
import { prefetch } from '../lib/prefetched.ts'
import { wasSignedIn } from '../lib/signedInHint.ts'
import { lockWhatWasLeft } from '../lib/signOut.ts'

lockWhatWasLeft()
if (wasSignedIn()) {
  if (!isSessionLeft()) prefetch(addressOf('GET /session', { query: thisDevice() }))
  if (keepsOnDevice()) database().catch(() => undefined)
}
