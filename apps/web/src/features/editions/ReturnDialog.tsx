import { FormDialog } from '#administration/FormDialog.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { api } from '#sync/transport/api.ts'
import { TextArea } from '#ui/TextArea.tsx'

/** Sends an edition back to those who write it, with what has to be mended. */
export function ReturnDialog({
  id,
  title,
  action,
  onClose,
  onDone,
}: {
  id: string
  title: string
  action: string
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const [text, setText, forget] = useDraftText(`return edition ${id}`)
  const form = useContractForm('POST /editions/:id/return', {
    body: () => ({ text }),
    send: async body => {
      await api('POST /editions/:id/return', { params: { id }, body })
      forget()
      await onDone()
    },
  })
  return (
    <FormDialog of={form} fields={['text']} title={title} action={action} busy="Mengembalikan…" onClose={onClose}>
      <TextArea
        label="Catatan"
        hint="Apa yang harus diperbaiki, dan di bagian mana."
        rows={6}
        maxLength={4000}
        value={text}
        error={form.errorAt('text')}
        onChange={event => setText(event.target.value)}
      />
    </FormDialog>
  )
}
