import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import type { ResponseOf } from '../../../lib/apiTypes.ts'
import { useSetMe } from '../../../lib/me.tsx'
import { secondingsKey } from '../../../lib/seconding.ts'
import { settingsQuery } from '../queries.ts'
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
