import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { subscribeToUpdates } from '#sync/live/liveUpdates.ts'
import { attachmentsQuery, notesQuery, submissionQuery } from './submissionQueries.ts'

/** While this report is visible, it, its notes and its files are refetched as soon as another user acted on them. */
export function useLiveUpdates(id: string): void {
  const client = useQueryClient()
  useEffect(() => {
    let before = false
    const readAgain = () => {
      for (const { queryKey } of [submissionQuery(id), notesQuery(id), attachmentsQuery(id)])
        void client.invalidateQueries({ queryKey })
    }
    return subscribeToUpdates(id, {
      update: ({ about }) => about === 'report' && readAgain(),
      live: open => {
        // Updates sent while disconnected were missed.
        if (open && before) readAgain()
        before ||= open
      },
    })
  }, [id, client])
}
