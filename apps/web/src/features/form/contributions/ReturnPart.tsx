import { useState } from 'react'
import { ActDialog } from '#sync/problems/ActDialog.tsx'
import { useDates } from '#sync/session/me.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { DateField } from '#ui/DateField.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import styles from './Contributions.module.css'
import { type Contribution, useReturnPart } from './contributionQueries.ts'

/** Returns a part marked done to its contributor, with a message. */
export function ReturnPart({ part, onClose }: { part: Contribution; onClose: () => void }) {
  const dates = useDates()
  const [note, setNote, forget] = useDraftText(`${part.id} return part`)
  const [day, setDay] = useState<string | null>('')
  const back = useReturnPart(part.id)
  const close = () => {
    forget()
    onClose()
  }
  const send = () =>
    back.mutateAsync({ note: note.trim(), ...(day && { dueAt: dates.endOfDay(day) }) }).then(close, () => undefined)
  return (
    <ActDialog
      onClose={close}
      title={`Minta perbaikan kepada ${part.to.name}`}
      action="Kembalikan untuk diperbaiki"
      whyNot={
        (note.trim() === '' && 'Tulis dahulu apa yang perlu diperbaiki.') ||
        (day === null && 'Perbaiki tanggalnya dahulu.')
      }
      busy="Mengirim…"
      onAct={send}
      doing={back}
    >
      <div className={styles.form}>
        <p>Bagian ini kembali menjadi tugas {part.to.name} dan tidak dapat Anda ubah sampai dinyatakan selesai lagi.</p>
        <TextArea
          label="Yang perlu diperbaiki"
          value={note}
          maxLength={1000}
          onChange={event => setNote(event.target.value)}
        />
        <DateField
          label="Batas waktu baru"
          hint={`Kosongkan bila tetap ${dates.longDay(dates.dayOf(part.dueAt))}.`}
          optional
          value={day ?? ''}
          onChange={setDay}
        />
      </div>
    </ActDialog>
  )
}
