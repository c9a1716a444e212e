import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Sender } from '#features/form/sender.ts'
import { onCreatedHere } from '#sync/cache/createdHere.ts'
import { setSaveState } from '#sync/saveState.ts'
import { useMe } from '#sync/session/me.tsx'
import { invalidate } from '#sync/transport/invalidate.ts'
import { useOnline } from '#sync/transport/online.ts'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'

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
