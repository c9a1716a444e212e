import { type FormEvent, useRef, useState } from 'react'
import { rowAnchorOf } from '#sheet/answers/cells.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { useDates } from '#sync/session/me.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import type { Sheet } from '../model/sheet.ts'
import { useReview } from '../ReviewContext.ts'
import { AnswerScope, type Scope, scopeBody, scopeErrors, usualDay } from './AnswerScope.tsx'
import { MoveProblem } from './MoveProblem.tsx'
import styles from './Moves.module.css'
import type { MoveDialogProps } from './ReturnDialog.tsx'

type Request = Submission['reopenRequests'][number]

/** The rows an office wants to change, as far as they exist. */
const wishedRows = (request: Request | undefined, sheet: Sheet): string[] => {
  const rows = request?.changes.flatMap(({ pointer }) => rowAnchorOf(pointer) ?? []) ?? []
  return [...new Set(rows)].filter(anchor => sheet.byAnchor.has(anchor))
}

/** Reopens an approved report: reason, date and scope; prefilled from the office's request, if any. The approved revision counts until the next approval. */
export function ReopenDialog({ onClose, onMove, onRefresh, request }: MoveDialogProps & { request?: Request }) {
  const { sheet, submission } = useReview()
  const dates = useDates()
  const [scope, setScope] = useState<Scope>(() => {
    const anchors = wishedRows(request, sheet)
    return { day: usualDay(dates), all: anchors.length === 0, anchors }
  })
  const place = `${submission.id} reopen ${request?.id ?? ''}`
  const [reason, setReason, forget] = useDraftText(place, request?.reason)
  const [pressed, setPressed] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)
  const form = useRef<HTMLFormElement>(null)
  const errors = pressed ? scopeErrors(scope, dates.today()) : {}

  function cancel(): void {
    forget()
    onClose()
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setPressed(true)
    if (reason.trim() === '' || Object.keys(scopeErrors(scope, dates.today())).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setBusy(true)
    setFailed(null)
    const body = { reason: reason.trim(), ...scopeBody(scope, dates) }
    await onMove({ move: 'reopen', body }).then(forget, setFailed)
    setBusy(false)
  }

  return (
    <Dialog
      open
      onClose={cancel}
      title={`Buka kembali untuk ${submission.office.shortName}`}
      large
      foot={
        <>
          <Button onClick={cancel}>Batal</Button>
          <Button kind="primary" type="submit" form="buka-kembali" icon="return" busy={busy && 'Membuka…'}>
            Buka kembali
          </Button>
        </>
      }
    >
      <form id="buka-kembali" ref={form} onSubmit={submit} noValidate className={styles.form}>
        <p>
          Kiriman ke-{submission.approvedRevision} tetap dihitung sebagai final sampai kiriman berikutnya disetujui.
        </p>
        <TextArea
          label="Alasan"
          hint="Dibaca perangkat daerah sebagai catatan yang perlu dijawab."
          error={pressed && reason.trim() === '' ? 'Tulis alasannya.' : undefined}
          maxLength={2000}
          value={reason}
          onChange={event => setReason(event.target.value)}
          data-autofocus
        />
        <AnswerScope scope={scope} errors={errors} rows={sheet.rows} onChange={setScope} />
        <MoveProblem error={failed} onRefresh={onRefresh} />
      </form>
    </Dialog>
  )
}
