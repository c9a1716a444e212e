import { useState } from 'react'
import { draftFields } from '#administration/draftFields.ts'
import { PageForm } from '#administration/PageForm.tsx'
import { reportTypeChoices, useMyTypes } from '#administration/reportTypes.ts'
import { useContractForm } from '#administration/useContractForm.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { CheckboxGroup } from '#ui/ChoiceGroup.tsx'
import { DateField } from '#ui/DateField.tsx'
import { TextArea } from '#ui/TextArea.tsx'

const noDay = 'Tulis tanggal seperti 31-03-2026.'

/** Text, dates and audience of an announcement. */
export function AnnouncementForm({ onDone }: { onDone: () => Promise<unknown> }) {
  const today = useDates().today()
  const mine = useMyTypes()
  const fresh = { text: '', from: today as string | null, to: '' as string | null, reportTypes: [...mine] as string[] }
  const [draft, setDraft] = useState(fresh)
  const checked = useContractForm('POST /announcements', {
    body: () => ({
      text: draft.text,
      from: draft.from ?? '',
      to: draft.to ?? '',
      reportTypes: mine.filter(type => draft.reportTypes.includes(type)),
    }),
    unread: () => ({ from: draft.from ? undefined : noDay, to: draft.to ? undefined : noDay }),
    send: async (body, idempotencyKey) => {
      await api('POST /announcements', { body, idempotencyKey })
      setDraft(fresh)
      await onDone()
    },
  })
  const { text, date } = draftFields({ draft, onChange: setDraft, errorAt: checked.errorAt })
  return (
    <PageForm
      of={checked}
      fields={['text', 'from', 'to', 'reportTypes']}
      action="Terbitkan pengumuman"
      busy="Menerbitkan…"
    >
      <TextArea
        label="Pengumuman"
        hint="Satu atau dua kalimat: apa yang berubah, dan apa yang perlu dilakukan."
        maxLength={1000}
        {...text('text')}
      />
      <DateField label="Mulai" {...date('from')} />
      <DateField label="Sampai" {...date('to')} />
      <CheckboxGroup
        label="Untuk yang mengurus"
        options={reportTypeChoices.filter(({ value }) => mine.includes(value))}
        values={draft.reportTypes}
        onChange={reportTypes => setDraft({ ...draft, reportTypes })}
        error={checked.errorAt('reportTypes')}
      />
    </PageForm>
  )
}
