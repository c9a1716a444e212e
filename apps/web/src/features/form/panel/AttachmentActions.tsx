import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { attachmentsQuery } from '#submissions/submissionQueries.ts'
import { saidOf } from '#sync/problems/ProblemError.ts'
import { api } from '#sync/transport/api.ts'
import { acceptedFiles } from '#sync/uploads/fileFault.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { useForm, useSubmission } from '../FormContext.ts'
import type { Attachment } from '../model/beside.ts'
import styles from './EvidenceFile.module.css'

/** Replaces or removes an attached file. */
export function AttachmentActions({ file }: { file: Attachment }) {
  const submission = useSubmission()
  const { uploads } = useForm()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [asked, setAsked] = useState(false)
  const remove = useMutation({
    mutationFn: () =>
      api('DELETE /submissions/:id/attachments/:attachment', { params: { id: submission.id, attachment: file.id } }),
    onSuccess: () => {
      announce(`${file.title} dilepaskan.`)
      return client.invalidateQueries({ queryKey: attachmentsQuery(submission.id).queryKey })
    },
  })
  return (
    <>
      <Button small kind="quiet" onClick={() => input.current?.click()}>
        Ganti <span className="visually-hidden">{file.title}</span>
      </Button>
      {asked ? (
        <>
          <Button small kind="danger" busy={remove.isPending && 'Melepas…'} onClick={() => remove.mutate()}>
            Ya, lepaskan
          </Button>
          <Button small kind="quiet" onClick={() => setAsked(false)}>
            Batal
          </Button>
        </>
      ) : (
        <Button small kind="quiet" onClick={() => setAsked(true)}>
          Lepaskan <span className="visually-hidden">{file.title}</span>
        </Button>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={acceptedFiles}
        onChange={event => {
          const [chosen] = event.target.files ?? []
          if (chosen) void uploads.replace(file, chosen)
          event.target.value = ''
        }}
      />
      {remove.isError && <span className={styles.wrong}>{saidOf(remove.error)}</span>}
    </>
  )
}
