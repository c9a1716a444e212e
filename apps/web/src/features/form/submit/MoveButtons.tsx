import { useState } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useMay } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { late } from '#ui/late.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { useForm, useSubmission } from '../FormContext.ts'
import { useDecline, useSign, useWithdraw } from './moveQueries.ts'
import { reviewerWords } from './receiptFacts.ts'

const DeclineDialog = late(async () => (await import('./DeclineDialog.tsx')).default)

/** The office's moves other than submitting: withdraw, sign, decline, and a change of an approved report. */
export function MoveButtons() {
  const submission = useSubmission()
  const moves = new Map(submission.moves.map(({ move, needs }) => [move, needs]))
  return (
    <>
      {moves.has('withdraw') && <Withdraw needs={moves.get('withdraw') ?? []} />}
      {moves.has('decline') && <Decline />}
      {moves.has('sign') && <Sign />}
      <NextNumber />
    </>
  )
}

function Withdraw({ needs }: { needs: { message: string }[] }) {
  const [open, setOpen] = useState(false)
  const withdraw = useWithdraw()
  return (
    <>
      <Button icon="return" whyNot={needs[0]?.message} onClick={() => setOpen(true)}>
        Tarik kembali
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Tarik kembali laporan?"
        foot={
          <>
            <Button onClick={() => setOpen(false)}>Biarkan terkirim</Button>
            <Button kind="primary" busy={withdraw.isPending && 'Menarik…'} onClick={() => withdraw.mutate()}>
              Tarik kembali
            </Button>
          </>
        }
      >
        <p>
          Laporan terbuka lagi untuk diisi dan perlu dikirim ulang. Kiriman yang sudah dibekukan tetap ada di riwayat.
        </p>
        {withdraw.isError && <ProblemPanel error={withdraw.error} />}
      </Dialog>
    </>
  )
}

function Sign() {
  const submission = useSubmission()
  const { kind } = useForm()
  const [open, setOpen] = useState(false)
  const sign = useSign()
  return (
    <>
      <Button kind="primary" icon="sign" onClick={() => setOpen(true)}>
        Tanda tangani
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Tanda tangani laporan?"
        foot={
          <>
            <Button onClick={() => setOpen(false)}>Kembali</Button>
            <Button kind="primary" icon="sign" busy={sign.isPending && 'Menandatangani…'} onClick={() => sign.mutate()}>
              Tanda tangani
            </Button>
          </>
        }
      >
        <p>
          Dengan ini laporan {submission.title} {submission.periodTitle} diteruskan ke{' '}
          {reviewerWords(kind, submission.reportType)} atas nama Anda.
        </p>
        {sign.isError && <ProblemPanel error={sign.error} />}
      </Dialog>
    </>
  )
}

function Decline() {
  const [open, setOpen] = useState(false)
  const decline = useDecline()
  return (
    <>
      <Button icon="return" onClick={() => setOpen(true)}>
        Tolak menandatangani
      </Button>
      {open && <DeclineDialog decline={decline} onClose={() => setOpen(false)} />}
    </>
  )
}

const NextNumberDialog = late(async () => (await import('./NextNumberDialog.tsx')).default)

/** Offers a Perubahan of a numbered form: a copy of the approved one. */
function NextNumber() {
  const submission = useSubmission()
  const { kind } = useForm()
  const may = useMay('submission.write')
  const [open, setOpen] = useState(false)
  const newest = Math.max(...submission.numbers.map(({ number }) => number))
  if (!kind.numbered || !may || submission.status !== 'approved' || submission.number < newest) return null
  return (
    <>
      <Button icon="copy" onClick={() => setOpen(true)}>
        Buat perubahan
      </Button>
      {open && <NextNumberDialog onClose={() => setOpen(false)} />}
    </>
  )
}
