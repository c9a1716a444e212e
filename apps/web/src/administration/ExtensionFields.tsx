import { DateField } from '#ui/DateField.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import type { Extension } from './useExtension.ts'

/** The fields of `useExtension`, by their names in the contract. */
export const extensionFields = ['dueAt', 'reason'] as const

export function ExtensionFields({ of: { form, day, setDay, reason, setReason } }: { of: Extension }) {
  return (
    <>
      <DateField
        label="Tenggat baru"
        hint="Sampai pukul 23.59 hari itu. Contoh: 31-03-2026"
        value={day}
        onChange={setDay}
        error={form.errorAt('dueAt')}
      />
      <TextArea
        label="Alasan"
        value={reason}
        maxLength={400}
        onChange={event => setReason(event.target.value)}
        error={form.errorAt('reason')}
      />
    </>
  )
}
