import { useQueryClient } from '@tanstack/react-query'
import { settingsQuery } from '#administration/queries.ts'
import { secondingsKey } from '#administration/seconding.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { useSetMe } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import type { Settings } from './settingsOf.ts'

/** Saves one setting, and refreshes the header and error contacts. */
export function useSaveSetting(): <K extends keyof Settings>(
  key: K,
  value: Settings[K],
) => Promise<ResponseOf<'PUT /settings/:key'>> {
  const client = useQueryClient()
  const setMe = useSetMe()
  return async (key, value) => {
    const saved = await api('PUT /settings/:key', { params: { key }, body: { value } })
    for (const queryKey of [settingsQuery.queryKey, secondingsKey]) await client.invalidateQueries({ queryKey })
    setMe(await api('GET /session'))
    return saved
  }
}
