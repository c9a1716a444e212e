// What goes on beside the pages while a person is signed in; nothing of it is drawn.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { Sender } from '#features/form/sender.ts'
import { onCreatedHere } from '#sync/cache/createdHere.ts'
import { setSaveState } from '#sync/saveState.ts'
import { useDates, useMay, useMe } from '#sync/session/me.tsx'
import { invalidate } from '#sync/transport/invalidate.ts'
import { useOnline } from '#sync/transport/online.ts'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'
import { form } from './firstPages.ts'

/**
 * When the server answers again, or has created a report, refetches what is on screen, since it may come from the cache. Not what a form was built from: that
 * stays as long as the form is open, which reads later changes by itself.
 */
export function RefetchOnReconnect() {
  const client = useQueryClient()
  const online = useOnline()
  const before = useRef(online)
  const refetch = useCallback(
    () =>
      void client.refetchQueries({
        type: 'active',
        predicate: ({ observers }) => observers.every(({ options }) => options.staleTime !== Number.POSITIVE_INFINITY),
      }),
    [client],
  )
  useEffect(() => {
    if (online && !before.current) refetch()
    before.current = online
  }, [refetch, online])
  useEffect(() => onCreatedHere(refetch), [refetch])
  return null
}

/** Sends in the background what is unsent on this device, of the user who is signed in only. */
export function SendPending() {
  const { person, post } = useMe()
  const client = useQueryClient()
  const online = useOnline()
  const sender = useRef<Sender>(undefined)
  useEffect(() => {
    if (!keepsOnDevice() || !navigator.locks) return setSaveState('other reports', {}) // nothing is stored, so nothing to count
    let here = true
    const begin = async () => {
      const { senderFor } = await import('#features/form/sender.ts')
      const { putMoved } = await import('#features/form/submit/moveQueries.ts')
      if (here) sender.current = senderFor(person.id, post?.id ?? '', sent => putMoved(client, sent.submission))
    }
    begin().catch(() => undefined)
    return () => {
      here = false
      sender.current?.stop()
      sender.current = undefined
    }
  }, [client, person.id, post?.id])
  useEffect(() => {
    if (online) sender.current?.look()
  }, [online])
  useEffect(() => onCreatedHere(() => void invalidate(client, 'GET /obligations')), [client])
  return null
}

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

/** Once the first page is up, resumes uploads that an earlier visit left on this device, on whichever page the user is. */
export function SendFiles() {
  const me = useMe()
  const [person, post] = [me.person.id, me.post?.id ?? '']
  useEffect(() => {
    const timer = setTimeout(async () => {
      const { fileQueueFor } = await import('#sync/uploads/fileQueueFor.ts')
      await fileQueueFor(person, post).resume()
    }, 2000)
    return () => clearTimeout(timer)
  }, [person, post])
  return null
}
