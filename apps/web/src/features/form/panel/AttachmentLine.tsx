import type { Row } from '@sepakat/rules'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { addressOf, api } from '../../../lib/api.ts'
import { shortDay } from '../../../lib/dates.ts'
import { useDates } from '../../../lib/me.tsx'
import { sizeWords } from '../../../lib/numbers.ts'
import { saidOf } from '../../../lib/ProblemError.ts'
import { attachmentsQuery } from '../../../lib/submissionQueries.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/icons/Icon.tsx'
import { acceptedFiles } from '../attach/fileFault.ts'
import { type Attachment, useForm, useSubmission } from '../FormContext.ts'
import styles from './AttachmentLine.module.css'

/** One file: open it, put a newer one in its place, or take it off. */
export function AttachmentLine({ file, open, row }: { file: Attachment; open: boolean; row: Row }) {
  const submission = useSubmission()
  const { uploads, names } = useForm()
  const dates = useDates()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [asked, setAsked] = useState(false)
  const remove = useMutation({
    mutationFn: () =>
      api('DELETE /submissions/:id/attachments/:attachment', { params: { id: submission.id, attachment: file.id } }),
    onSuccess: () => {
      announce(`${file.title} dilepas.`)
      return client.invalidateQueries({ queryKey: attachmentsQuery(submission.id).queryKey })
    },
  })
  const address = addressOf('GET /submissions/:id/attachments/:attachment/content', {
    params: { id: submission.id, attachment: file.id },
  })
  const facts = [file.number, file.date && shortDay(file.date), file.page && `hal. ${file.page}`, sizeWords(file.bytes)]
  const field = file.anchor.split('/')[3]
  return (
    <li className={styles.file}>
      <a href={address} target="_blank" rel="noreferrer" className={styles.name}>
        <Icon name="file" size={16} />
        {file.title} <span className="visually-hidden">(buka di tab baru)</span>
      </a>
      <span className={styles.facts}>
        {facts.filter(Boolean).join(' · ')}
        {field !== undefined && ` · untuk ${names().fieldLabel(row.table, row.id, field)}`}
      </span>
      <span className={styles.facts}>
        {file.by.name}, {dates.short(file.at)}
      </span>
      {open && (
        <span className={styles.actions}>
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
              if (chosen) void uploads.add(file.anchor, [chosen], { replaces: file })
              event.target.value = ''
            }}
          />
        </span>
      )}
      {remove.isError && <span className={styles.wrong}>{saidOf(remove.error)}</span>}
    </li>
  )
}
