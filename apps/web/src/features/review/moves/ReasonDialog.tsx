import type { ReactNode } from 'react'
import { useReason } from '#submissions/useReason.tsx'
import { useReview } from '../ReviewContext.ts'
import { Confirm, type ConfirmProps } from './ConfirmDialog.tsx'
import type { MoveDialogProps } from './ReturnDialog.tsx'

interface ReasonProps extends Omit<ConfirmProps, 'moving' | 'icon' | 'children'> {
  move: 'decline' | 'unclaim'
  hint: string
  children?: ReactNode
}

/** A move that takes a reason and nothing else. */
function ReasonDialog({ move, hint, children, onClose, onMove, ...confirm }: ReasonProps) {
  const { submission } = useReview()
  const { field, given, forget } = useReason(`${submission.id} ${move}`, hint)
  return (
    <Confirm
      {...confirm}
      onClose={() => {
        forget()
        onClose()
      }}
      onMove={moving => onMove(moving).then(forget)}
      icon="return"
      moving={() => {
        const reason = given()
        return reason === null ? null : { move, body: { reason } }
      }}
    >
      {children}
      {field}
    </Confirm>
  )
}

export const DeclineDialog = (props: MoveDialogProps) => (
  <ReasonDialog
    {...props}
    move="decline"
    title="Tolak menandatangani"
    label="Kembalikan kepada operator"
    busy="Mengembalikan…"
    hint="Dibaca operator sebagai catatan yang perlu dijawab."
  />
)

/** Takes the report from a reviewer who cannot go on, so that another can. */
export function UnclaimDialog(props: MoveDialogProps) {
  const { submission } = useReview()
  return (
    <ReasonDialog
      {...props}
      move="unclaim"
      title="Lepaskan dari pemeriksa"
      label="Lepaskan"
      busy="Melepaskan…"
      hint="Tersimpan di riwayat laporan, yang dibaca juga oleh perangkat daerah."
    >
      <p>
        {submission.claimedBy?.name} tidak lagi memeriksa laporan ini; pemeriksa lain dapat mengambilnya dari antrean.
        Catatan dan tanda yang sudah dibuat tetap ada.
      </p>
    </ReasonDialog>
  )
}
