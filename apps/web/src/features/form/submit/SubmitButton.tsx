import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { late } from '#ui/late.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useForm, useSubmission } from '../FormContext.ts'
import { useSubmitReport } from './moveQueries.ts'
import { reviewerWords } from './receiptFacts.ts'

const ReceiptView = late(
  async () => (await import('./ReceiptView.tsx')).ReceiptView,
  <SkeletonRows rows={3} label="Memeriksa laporan…" />,
)
const SubmitCheck = late(
  async () => (await import('./SubmitCheck.tsx')).SubmitCheck,
  <SkeletonRows rows={3} label="Memeriksa laporan…" />,
)

/** On a phone the first word is enough to see; the whole is read out. */
const where = (label: string) => {
  const [verb, ...rest] = label.split(' ')
  return (
    <span>
      {verb} <span className="visually-hidden-narrow">{rest.join(' ')}</span>
    </span>
  )
}

/** `Kirim ke verifikator SPM`: first what is missing, then the confirmation, then the receipt. */
export function SubmitButton() {
  const submission = useSubmission()
  const { kind, settings, store } = useForm()
  const [open, setOpen] = useState(false)
  const submit = useSubmitReport()
  const may = submission.moves.some(({ move }) => move === 'submit')
  if (!may && !submit.data) return null
  const receipt = submit.data?.receipt
  const label = settings.signing
    ? 'Kirim untuk ditandatangani'
    : `Kirim ke ${reviewerWords(kind, submission.reportType)}`
  return (
    <>
      {may && (
        <Button
          kind="primary"
          icon="send"
          onClick={() => {
            store.outbox.flush()
            store.evaluateNow()
            submit.reset()
            setOpen(true)
          }}
        >
          {where(label)}
        </Button>
      )}
      <Dialog open={open} large onClose={() => setOpen(false)} title={receipt ? 'Laporan terkirim' : 'Kirim laporan'}>
        {receipt ? (
          <ReceiptView receipt={receipt} onClose={() => setOpen(false)} />
        ) : (
          open && <SubmitCheck submit={submit} label={label} onLeave={() => setOpen(false)} />
        )}
      </Dialog>
    </>
  )
}
