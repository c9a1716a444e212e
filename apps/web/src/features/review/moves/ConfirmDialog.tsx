import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ActDialog } from '#sync/problems/ActDialog.tsx'
import type { ButtonProps } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { settingsQuery } from '../queries.ts'
import { useReview } from '../ReviewContext.ts'
import { MoveProblem } from './MoveProblem.tsx'
import type { MoveDialogProps } from './ReturnDialog.tsx'
import { Unlooked } from './Unlooked.tsx'
import type { Moving } from './useMove.ts'

export interface ConfirmProps extends MoveDialogProps {
  title: string
  label: string
  busy: string
  icon: ButtonProps['icon']
  /** The action on confirming; null while something is missing. */
  moving: () => Moving | null
  children: ReactNode
}

/** Asks for confirmation before a move. */
export function Confirm({ title, label, busy, icon, moving, children, onClose, onMove, onRefresh }: ConfirmProps) {
  const [running, setRunning] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)
  async function confirm(): Promise<void> {
    const what = moving()
    if (!what || running) return
    setRunning(true)
    setFailed(null)
    await onMove(what).catch(setFailed)
    setRunning(false)
  }
  return (
    <ActDialog
      title={title}
      icon={icon}
      action={label}
      busy={busy}
      autofocus
      doing={{ isPending: running }}
      problem={<MoveProblem error={failed} onRefresh={onRefresh} />}
      onAct={confirm}
      onClose={onClose}
    >
      {children}
    </ActDialog>
  )
}

/** Approves this revision, or passes it to a second reviewer where the region requires one. */
export function ApproveDialog(props: MoveDialogProps) {
  const { submission, sheet, notes } = useReview()
  const settings = useQuery(settingsQuery(submission.id))
  const on = submission.status === 'in-review' && settings.data?.secondReview === true
  const waiting = [...notes.values()].flat().filter(note => note.status !== 'resolved').length
  return (
    <Confirm
      {...props}
      title={on ? 'Loloskan ke pemeriksaan kedua' : `Setujui kiriman ke-${sheet.body.n}`}
      label={on ? 'Loloskan' : 'Setujui'}
      busy={on ? 'Meloloskan…' : 'Menyetujui…'}
      icon="check"
      moving={() => ({ move: 'approve' })}
    >
      <p>
        {on
          ? 'Laporan ini lalu menunggu pemeriksa kedua; Anda tidak dapat memeriksanya lagi.'
          : 'Angka kiriman ini menjadi final. Perubahan sesudahnya hanya lewat pembukaan kembali oleh koordinator.'}
      </p>
      <Unlooked />
      {waiting > 0 && (
        <Callout tone="warn" title={`${waiting} catatan belum dinyatakan selesai`}>
          Catatan itu tetap tercatat, tetapi tidak lagi menunggu jawaban.
        </Callout>
      )}
    </Confirm>
  )
}

export function SignDialog(props: MoveDialogProps) {
  const { sheet } = useReview()
  return (
    <Confirm
      {...props}
      title={`Tanda tangani kiriman ke-${sheet.body.n}`}
      label="Tanda tangani"
      busy="Menandatangani…"
      icon="sign"
      moving={() => ({ move: 'sign' })}
    >
      <p>Dengan ini Anda menyatakan laporan benar; laporan lalu sampai kepada pemeriksa.</p>
    </Confirm>
  )
}
