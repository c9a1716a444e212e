import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { paths } from '#ui/paths.ts'
import { TextArea } from '#ui/TextArea.tsx'
import { useSubmission } from '../FormContext.ts'

/** Asks why the approved report changes, then creates and opens the copy. */
export default function NextNumberDialog({ onClose }: { onClose: () => void }) {
  const submission = useSubmission()
  const navigate = useNavigate()
  const [reason, setReason, forget] = useDraftText(`${submission.id} next number`)
  const cancel = () => {
    setReason('')
    onClose()
  }
  const begin = useMutation({
    mutationFn: () => api('POST /submissions', { body: { after: submission.id, reason: reason.trim() } }),
    onSuccess: next => {
      forget()
      navigate(paths.form(next.id))
    },
  })
  return (
    <Dialog
      open
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
      <p>Isian yang sudah disetujui disalin ke laporan baru. Yang lama tetap berlaku sampai perubahan ini disetujui.</p>
      <TextArea
        label="Alasan perubahan"
        value={reason}
        maxLength={400}
        onChange={event => setReason(event.target.value)}
      />
      {begin.isError && <ProblemPanel error={begin.error} />}
    </Dialog>
  )
}
