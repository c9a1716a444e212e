import type { ResponseOf } from '#sync/apiTypes.ts'
import { useSetMe } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import type { Settings } from './settingsOf.ts'

/** Saves one setting, and refreshes the header and error contacts. */
export function useSaveSetting(): <K extends keyof Settings>(
  key: K,
  value: Settings[K],
) => Promise<ResponseOf<'PUT /settings/:key'>> {
  const invalidate = useInvalidate()
  const setMe = useSetMe()
  return async (key, value) => {
    const saved = await api('PUT /settings/:key', { params: { key }, body: { value } })
    await invalidate('GET /settings', 'GET /secondings')
    setMe(await api('GET /session'))
    return saved
  }
}
