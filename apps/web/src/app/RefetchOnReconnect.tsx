import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { onCreatedHere } from '#sync/cache/createdHere.ts'
import { useOnline } from '#sync/transport/online.ts'

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
