import type { Anchor } from '@sepakat/rules'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog } from '#sync/problems/ActDialog.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { announce } from '#ui/announce.ts'
import { Combobox } from '#ui/Combobox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { MultiSelect } from '#ui/MultiSelect.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useSections, useSubmission } from '../FormContext.ts'
import styles from './Contributions.module.css'
import { contributorsQuery, useGive } from './contributionQueries.ts'
import { anchorsOf, partChoices } from './partChoices.ts'

/** Assigns rows to a contributor, with a date. */
export function HandOut({ onClose }: { onClose: () => void }) {
  const { id, contributions } = useSubmission()
  const dates = useDates()
  const contributors = useQuery(contributorsQuery(id))
  const given = contributions.filter(({ status }) => status === 'given').flatMap(({ anchors }) => anchors)
  const choices = partChoices(useSections(), given as Anchor[])
  const { offices = [], people = [] } = contributors.data ?? {}
  const receivers = [
    ...offices.map(office => ({ value: `office ${office.id}`, label: office.name, also: office.shortName })),
    ...people.map(person => ({ value: `person ${person.id}`, label: `${person.name} (${person.office})` })),
  ]
  const [chosen, setChosen] = useState<string[]>([])
  const [to, setTo] = useState('')
  const [day, setDay] = useState<string | null>('')
  const [note, setNote, forget] = useDraftText(`${id} hand out`)
  const give = useGive()
  const missing =
    (chosen.length === 0 && 'Pilih dahulu bagian yang diserahkan.') ||
    (to === '' && 'Pilih dahulu siapa yang mengisinya.') ||
    (!day && 'Tulis dahulu batas waktunya.')

  function close(): void {
    forget()
    onClose()
  }
  function send(): void {
    const [kind = '', receiver = ''] = to.split(' ')
    const body = { anchors: anchorsOf(chosen), [kind]: receiver, dueAt: dates.endOfDay(day ?? ''), note: note.trim() }
    give.mutate(body, {
      onSuccess: () => {
        announce('Bagian diserahkan.')
        close()
      },
    })
  }

  return (
    <ActDialog
      large
      onClose={close}
      title="Serahkan bagian laporan"
      action="Serahkan"
      icon="send"
      whyNot={missing}
      busy="Menyerahkan…"
      onAct={send}
      doing={give}
    >
      <div className={styles.form}>
        <p>
          Unit atau orang yang Anda pilih hanya melihat dan mengisi bagian ini. Selama itu Anda tidak dapat mengubahnya,
          dan laporan belum dapat dikirim.
        </p>
        <MultiSelect
          label="Bagian yang diserahkan"
          hint="Cari menurut nama bagian atau baris."
          options={choices}
          values={chosen}
          onChange={setChosen}
        />
        <Combobox
          label="Diisi oleh"
          hint={
            contributors.isSuccess && receivers.length === 0
              ? 'Belum ada unit atau operator di bawah perangkat daerah ini. Mintalah pengelola menambahkannya.'
              : 'Unit di bawah perangkat daerah ini, atau seorang operator.'
          }
          options={receivers}
          value={to}
          onChange={setTo}
        />
        <DateField
          label="Batas waktu"
          hint="Sampai pukul 23.59 hari itu. Contoh: 31-03-2026"
          value={day ?? ''}
          onChange={setDay}
        />
        <TextArea
          label="Catatan"
          optional
          value={note}
          maxLength={1000}
          onChange={event => setNote(event.target.value)}
        />
        {contributors.isError && <ProblemPanel error={contributors.error} onRetry={() => contributors.refetch()} />}
      </div>
    </ActDialog>
  )
}
