import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { subscribeToUpdates } from './liveUpdates.ts'
import { attachmentsQuery, notesQuery, submissionQuery } from './submissionQueries.ts'

/** While this report is looked at, it, its notes and its files are read again as soon as somebody else acted on them. */
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
      connection: open => {
        // What rang while there was no line was not heard.
        if (open && before) readAgain()
        before ||= open
      },
    })
  }, [id, client])
}
