import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useOnline } from '#sync/transport/online.ts'

/**
 * When the server answers again, refetches what is on screen, since it may come from the cache. Not what a form was built from: that
 * stays as long as the form is open, which reads later changes by itself.
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
