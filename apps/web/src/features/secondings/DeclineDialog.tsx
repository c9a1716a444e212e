import { useId, useState } from 'react'
import styles from '#administration/Admin.module.css'
import type { Seconding } from '#administration/seconding.ts'
import { What } from '#administration/What.tsx'
import { FormProblem } from '#sync/problems/FormProblem.tsx'
import { useChecked } from '#sync/problems/useChecked.ts'
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
  const { busy, failed, form, onSubmit, errorAt } = useChecked(
    () => ({ reason: reason.trim() ? undefined : 'Tulis alasannya.' }),
    async () => {
      await api('POST /secondings/:id/decline', { params: { id: seconding.id }, body: { reason: reason.trim() } })
      await invalidate('GET /secondings')
      onDone(declines ? 'Permintaan ditolak.' : 'Permintaan ditarik kembali.')
    },
  )
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
        <FormProblem failed={failed} fields={['reason']} />
      </form>
    </Dialog>
  )
}
