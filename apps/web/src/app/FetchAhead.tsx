import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keepsOnDevice } from '../lib/device/database.ts'
import { useDates, useMay } from '../lib/me.tsx'
import { useOnline } from '../lib/online.ts'
import { form } from './firstPages.ts'

/** After what was opened has come up (ms): what a form is made of, then what stands in them, this also now and then. */
const soon = 1500
const first = 4000
const each = 1_800_000

/** Brings what a person who fills in forms will need next, and keeps on the device what is needed when there is no line. */
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
        // No answer: the next time will do, and what is on the device stays.
      }
    }
    const timers = [setTimeout(run, first), setInterval(run, each)]
    return () => timers.forEach(clearTimeout)
  }, [client, wanted, year, dates])
  return null
}
