import { TextArea } from '#ui/TextArea.tsx'

/** Why the catalogue is changed, as every version of it says. */
export function ReasonField({
  value,
  error,
  hint = 'Tersimpan bersama versi katalog, misalnya nomor peraturannya.',
  onChange,
}: {
  value: string
  error: string | undefined
  hint?: string
  onChange: (reason: string) => void
}) {
  return (
    <TextArea
      label="Alasan"
      hint={hint}
      value={value}
      maxLength={400}
      onChange={event => onChange(event.target.value)}
      error={error}
    />
  )
}
