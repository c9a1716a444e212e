import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useOnline } from '../lib/online.ts'

/**
 * The server answers again: what is on screen is read anew, since it may be a copy. Not what a form was put together from: that
 * stays as long as the form is open, and learns by changes what happened meanwhile.
 */
export function RefetchOnReconnect() {
  const client = useQueryClient()
  const online = useOnline()
  const before = useRef(online)
  useEffect(() => {
    if (online && !before.current)
      void client.refetchQueries({
        type: 'active',
        predicate: ({ observers }) => observers.every(({ options }) => options.staleTime !== Number.POSITIVE_INFINITY),
      })
    before.current = online
  }, [client, online])
  return null
}
