import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useForm, useSubmission } from '../FormContext.ts'
import { useSubmitReport } from './moveQueries.ts'
import { reviewerWords } from './reviewerWords.ts'

const ReceiptView = lazy(async () => ({ default: (await import('./ReceiptView.tsx')).ReceiptView }))
const SubmitCheck = lazy(async () => ({ default: (await import('./SubmitCheck.tsx')).SubmitCheck }))

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
        <Suspense fallback={<SkeletonRows rows={3} label="Memeriksa laporan…" />}>
          {receipt ? (
            <ReceiptView receipt={receipt} onClose={() => setOpen(false)} />
          ) : (
            open && <SubmitCheck submit={submit} label={label} onLeave={() => setOpen(false)} />
          )}
        </Suspense>
      </Dialog>
    </>
  )
}
