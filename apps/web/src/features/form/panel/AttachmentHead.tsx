import type { Row } from '@sepakat/rules'
import { shortDay } from '@sepakat/rules/periods/dates.ts'
import { fileWarningWords } from '#submissions/fileWarningWords.ts'
import { useDates } from '#sync/session/me.tsx'
import { addressOf } from '#sync/transport/api.ts'
import { Callout } from '#ui/Callout.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { sizeWords } from '#ui/numbers.ts'
import { useForm, useSubmission } from '../FormContext.ts'
import type { Attachment } from '../model/beside.ts'
import styles from './EvidenceFile.module.css'

/** An attached file: its name as a link, and its details. */
export function AttachmentHead({ file, row, open }: { file: Attachment; row: Row; open: boolean }) {
  const submission = useSubmission()
  const { names } = useForm()
  const dates = useDates()
  const address = addressOf('GET /submissions/:id/attachments/:attachment/content', {
    params: { id: submission.id, attachment: file.id },
  })
  const facts = [file.number, file.date && shortDay(file.date), file.page && `hal. ${file.page}`, sizeWords(file.bytes)]
  const field = file.anchor.split('/')[3]
  return (
    <>
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
      {fileWarningWords(file.warnings).map(words => (
        <Callout key={words} tone="warn">
          {words}
          {open &&
            ' Agar angkanya tetap, putuskan tautannya di Excel (Data, lalu Edit Tautan), simpan, lalu ganti berkas ini.'}
        </Callout>
      ))}
    </>
  )
}
