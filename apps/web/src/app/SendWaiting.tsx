import { useEffect, useRef } from 'react'
import type { Sender } from '../features/form/outbox/sender.ts'
import { keepsOnDevice } from '../lib/device/database.ts'
import { useMe } from '../lib/me.tsx'
import { useOnline } from '../lib/online.ts'

/** Sends in the background what this device keeps unsent of the person who is signed in, and of nobody else. */
export function SendWaiting() {
  const { person } = useMe()
  const online = useOnline()
  const sender = useRef<Sender>(undefined)
  useEffect(() => {
    if (!keepsOnDevice() || !navigator.locks) return
    let here = true
    void import('../features/form/outbox/sender.ts').then(
      ({ senderFor }) => {
        if (here) sender.current = senderFor(person.id)
      },
      () => undefined,
    )
    return () => {
      here = false
      sender.current?.stop()
      sender.current = undefined
    }
  }, [person.id])
  useEffect(() => {
    if (online) sender.current?.look()
  }, [online])
  return null
}
