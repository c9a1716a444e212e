import { useId, useState } from 'react'
import styles from '#administration/Admin.module.css'
import { FormProblem } from '#administration/FormProblem.tsx'
import type { Seconding } from '#administration/seconding.ts'
import { useContractForm } from '#administration/useContractForm.ts'
import { What } from '#administration/What.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { TextArea } from '#ui/TextArea.tsx'

/** The reason for declining a grant, or withdrawing the request. */
export function DeclineDialog({
  seconding,
  onClose,
  onDone,
}: {
  seconding: Seconding
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  const invalidate = useInvalidate()
  const formId = useId()
  const [reason, setReason] = useState('')
  const declines = seconding.turn === 'decide'
  const { busy, failed, wrong, form, onSubmit, errorAt } = useContractForm('POST /secondings/:id/decline', {
    body: () => ({ reason: reason.trim() }),
    send: async body => {
      await api('POST /secondings/:id/decline', { params: { id: seconding.id }, body })
      await invalidate('GET /secondings')
      onDone(declines ? 'Permintaan ditolak.' : 'Permintaan ditarik kembali.')
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={declines ? 'Tolak permintaan ini?' : 'Tarik kembali permintaan ini?'}
      foot={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button kind="danger" type="submit" form={formId} busy={busy && 'Menyimpan…'}>
            {declines ? 'Tolak' : 'Tarik kembali'}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={onSubmit} noValidate className={styles.form}>
        <div>
          <What seconding={seconding} />
        </div>
        <TextArea
          label="Alasan"
          hint="Dibaca oleh yang meminta dan oleh pengawas."
          value={reason}
          maxLength={500}
          onChange={event => setReason(event.target.value)}
          error={errorAt('reason')}
        />
        <FormProblem of={{ failed, wrong }} fields={['reason']} />
      </form>
    </Dialog>
  )
}
