import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../../lib/api.ts'
import { useMay } from '../../../lib/me.tsx'
import { paths } from '../../../lib/paths.ts'
import { useKeptText } from '../../../lib/useKeptText.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Modal.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { useForm, useSubmission } from '../FormContext.ts'

/** A Perubahan of a numbered form: begins as a copy of the approved one, with the reason. */
export function NextNumber() {
  const submission = useSubmission()
  const { kind } = useForm()
  const may = useMay('submission.write')
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [reason, setReason, forget] = useKeptText(`${submission.id} next number`)
  const cancel = () => {
    setReason('')
    setOpen(false)
  }
  const begin = useMutation({
    mutationFn: () => api('POST /submissions', { body: { after: submission.id, reason: reason.trim() } }),
    onSuccess: next => {
      forget()
      navigate(paths.form(next.id))
    },
  })
  const newest = Math.max(...submission.numbers.map(({ number }) => number))
  if (!kind.numbered || !may || submission.status !== 'approved' || submission.number < newest) return null
  return (
    <>
      <Button icon="copy" onClick={() => setOpen(true)}>
        Buat perubahan
      </Button>
      <Dialog
        open={open}
        onClose={cancel}
        title="Buat perubahan"
        foot={
          <>
            <Button onClick={cancel}>Batal</Button>
            <Button
              kind="primary"
              busy={begin.isPending && 'Menyalin…'}
              whyNot={reason.trim() === '' && 'Tulis alasannya dahulu.'}
              onClick={() => begin.mutate()}
            >
              Buat perubahan ke-{submission.number}
            </Button>
          </>
        }
      >
        <p>
          Isian yang sudah disetujui disalin ke laporan baru. Yang lama tetap berlaku sampai perubahan ini disetujui.
        </p>
        <TextArea
          label="Alasan perubahan"
          value={reason}
          maxLength={400}
          onChange={event => setReason(event.target.value)}
        />
        {begin.isError && <ProblemPanel error={begin.error} />}
      </Dialog>
    </>
  )
}
