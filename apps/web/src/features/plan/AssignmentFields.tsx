import styles from '#administration/Admin.module.css'
import { type DraftProps, draftFields } from '#administration/draftFields.ts'
import { OfficeField } from '#administration/OfficeField.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { RadioGroup } from '#ui/ChoiceGroup.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { AssignmentDraft } from './assignmentDraft.ts'

export const assignmentFields = ['form', 'row', 'office', 'reason', 'note', 'shared', 'fromYear', 'toYear']

/** `whole`: for a form that offices file whole, always answered and by several offices. */
export function AssignmentFields({
  whole,
  owners,
  ...props
}: DraftProps<AssignmentDraft> & {
  whole: boolean
  /** Names of the current owners. */
  owners: string
}) {
  const { draft, errorAt } = props
  const { set, field, text } = draftFields(props)
  return (
    <>
      {!whole && (
        <RadioGroup
          label="Berlaku di daerah ini?"
          value={draft.applies ? 'yes' : 'no'}
          onChange={answer => set({ applies: answer === 'yes' })}
          options={[
            { value: 'yes', label: 'Ya, diampu perangkat daerah' },
            {
              value: 'no',
              label: 'Tidak berlaku di daerah ini',
              hint: 'Misalnya kewenangan provinsi. Alasannya dicetak.',
            },
          ]}
        />
      )}
      {draft.applies ? (
        <>
          <OfficeField label="Perangkat daerah" hint="Ketik sebagian namanya, lalu pilih." {...field('office')} />
          {!whole && owners && (
            <Checkbox
              label={`Bersama ${owners}`}
              hint="Tanpa ini, pengampu yang baru menggantikan yang lama."
              checked={draft.shared}
              onChange={event => set({ shared: event.target.checked })}
            />
          )}
        </>
      ) : (
        <TextArea label="Alasan tidak berlaku" maxLength={400} {...text('reason')} />
      )}
      <div className={styles.fields}>
        <TextField
          label="Mulai tahun"
          inputMode="numeric"
          value={draft.fromYear}
          maxLength={4}
          onChange={event => set({ fromYear: event.target.value.trim() })}
          error={errorAt('fromYear')}
        />
        <TextField
          label="Sampai tahun"
          optional
          inputMode="numeric"
          value={draft.toYear}
          maxLength={4}
          onChange={event => set({ toYear: event.target.value.trim() })}
          error={errorAt('toYear')}
        />
      </div>
      <TextField label="Catatan" optional hint="Misalnya dasar penugasannya." maxLength={400} {...text('note')} />
    </>
  )
}
