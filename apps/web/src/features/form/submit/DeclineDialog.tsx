import { ActDialog } from '#sync/problems/ActDialog.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { TextArea } from '#ui/TextArea.tsx'
import { useSubmission } from '../FormContext.ts'
import type { useDecline } from './moveQueries.ts'

/** Why the report goes back to its operator unsigned. `decline` outlives the dialog: a repeated press has the same idempotency key. */
export default function DeclineDialog({
  decline,
  onClose,
}: {
  decline: ReturnType<typeof useDecline>
  onClose: () => void
}) {
  const { id } = useSubmission()
  const [reason, setReason, forget] = useDraftText(`${id} decline`)
  const cancel = () => {
    setReason('')
    onClose()
  }
  return (
    <ActDialog
      onClose={cancel}
      title="Kembalikan kepada operator?"
      action="Kembalikan"
      busy="Mengembalikan…"
      whyNot={reason.trim() === '' && 'Tulis alasannya dahulu.'}
      onAct={() => decline.mutateAsync(reason.trim()).then(forget, () => undefined)}
      doing={decline}
    >
      <TextArea
        label="Alasan"
        hint="Operator membacanya di riwayat laporan."
        value={reason}
        maxLength={2000}
        onChange={event => setReason(event.target.value)}
      />
    </ActDialog>
  )
}
