import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { ActDialog } from '#sync/problems/ActDialog.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { api } from '#sync/transport/api.ts'
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
    <ActDialog
      onClose={cancel}
      title="Buat perubahan"
      action={`Buat perubahan ke-${submission.number}`}
      busy="Menyalin…"
      whyNot={reason.trim() === '' && 'Tulis alasannya dahulu.'}
      onAct={() => begin.mutate()}
      doing={begin}
    >
      <p>Isian yang sudah disetujui disalin ke laporan baru. Yang lama tetap berlaku sampai perubahan ini disetujui.</p>
      <TextArea
        label="Alasan perubahan"
        value={reason}
        maxLength={400}
        onChange={event => setReason(event.target.value)}
      />
    </ActDialog>
  )
}
