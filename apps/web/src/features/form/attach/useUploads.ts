import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { attachmentsQuery } from '#submissions/submissionQueries.ts'
import { useMe } from '#sync/session/me.tsx'
import { fileQueueFor } from '#sync/uploads/fileQueueFor.ts'
import { type Uploads, uploadsOf } from '#sync/uploads/uploads.ts'
import { announce } from '#ui/announce.ts'

/** The uploads of one report. What arrives is announced, and appears among the attachments. */
export function useUploads(submission: string): Uploads {
  const me = useMe()
  const client = useQueryClient()
  const [person, post] = [me.person.id, me.post?.id ?? '']
  const uploads = useMemo(
    () => uploadsOf(fileQueueFor(person, post), { person, post, submission }),
    [person, post, submission],
  )
  useEffect(
    () =>
      uploads.onArrived(({ upload, attachment, described }) => {
        announce(described ? `Keterangan ${upload.title} tersimpan.` : `${upload.title} terlampir.`)
        const { queryKey } = attachmentsQuery(upload.submission)
        if (attachment)
          client.setQueryData(queryKey, known => {
            const others = known?.items.filter(({ id }) => id !== attachment.id)
            return others && { ...known, items: [...others, attachment] }
          })
        void client.invalidateQueries({ queryKey })
      }),
    [uploads, client],
  )
  return uploads
}
