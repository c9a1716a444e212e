import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
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
    <Dialog
      open
      onClose={cancel}
      title="Kembalikan kepada operator?"
      foot={
        <>
          <Button onClick={cancel}>Batal</Button>
          <Button
            kind="primary"
            busy={decline.isPending && 'Mengembalikan…'}
            whyNot={reason.trim() === '' && 'Tulis alasannya dahulu.'}
            onClick={() => decline.mutateAsync(reason.trim()).then(forget, () => undefined)}
          >
            Kembalikan
          </Button>
        </>
      }
    >
      <TextArea
        label="Alasan"
        hint="Operator membacanya di riwayat laporan."
        value={reason}
        maxLength={2000}
        onChange={event => setReason(event.target.value)}
      />
      {decline.isError && <ProblemPanel error={decline.error} />}
    </Dialog>
  )
}
