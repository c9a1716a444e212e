import { useState } from 'react'
import { FormDialog } from '#administration/FormDialog.tsx'
import type { Seconding } from '#administration/seconding.ts'
import { useContractForm } from '#administration/useContractForm.ts'
import type { DialogEnds } from '#administration/useDialog.ts'
import { What } from '#administration/What.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { TextArea } from '#ui/TextArea.tsx'

/** The reason for declining a grant, or withdrawing the request. */
export function DeclineDialog({ seconding, onClose, onDone }: { seconding: Seconding } & DialogEnds) {
  const invalidate = useInvalidate()
  const [reason, setReason] = useState('')
  const declines = seconding.turn === 'decide'
  const checked = useContractForm('POST /secondings/:id/decline', {
    body: () => ({ reason: reason.trim() }),
    send: async body => {
      await api('POST /secondings/:id/decline', { params: { id: seconding.id }, body })
      await invalidate('GET /secondings')
      onDone(declines ? 'Permintaan ditolak.' : 'Permintaan ditarik kembali.')
    },
  })
  return (
    <FormDialog
      of={checked}
      fields={['reason']}
      title={declines ? 'Tolak permintaan ini?' : 'Tarik kembali permintaan ini?'}
      action={declines ? 'Tolak' : 'Tarik kembali'}
      kind="danger"
      onClose={onClose}
    >
      <div>
        <What seconding={seconding} />
      </div>
      <TextArea
        label="Alasan"
        hint="Dibaca oleh yang meminta dan oleh pengawas."
        value={reason}
        maxLength={500}
        onChange={event => setReason(event.target.value)}
        error={checked.errorAt('reason')}
      />
    </FormDialog>
  )
}
