import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useDates, useMay } from '#sync/session/me.tsx'
import { useOnline } from '#sync/transport/online.ts'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'
import { form } from './firstPages.ts'

/** Delays (ms) after the first page is up: what a form is made of, then the drafts, which are also fetched again at this interval. */
const soon = 1500
const first = 4000
const each = 1_800_000

/** Prefetches what a user who fills in forms will need next, and caches what is needed offline. */
export function FetchAhead() {
  const client = useQueryClient()
  const writes = useMay('submission.write')
  const online = useOnline()
  const dates = useDates()
  const year = dates.year()
  const wanted = writes && online && keepsOnDevice()
  useEffect(() => {
    if (!writes) return
    const timer = setTimeout(() => form.load().catch(() => undefined), soon)
    return () => clearTimeout(timer)
  }, [writes])
  useEffect(() => {
    if (!wanted) return
    const run = async () => {
      try {
        const { fetchAhead } = await import('./fetchAhead.ts')
        await fetchAhead(client, year, dates.now())
      } catch {
        // No response: the next run will do, and the cached data stays.
      }
    }
    const timers = [setTimeout(run, first), setInterval(run, each)]
    return () => timers.forEach(clearTimeout)
  }, [client, wanted, year, dates])
  return null
}
