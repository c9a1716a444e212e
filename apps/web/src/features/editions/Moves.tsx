import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ActDialog } from '#sync/problems/ActDialog.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button, type ButtonProps } from '#ui/Button.tsx'
import { emptyWords } from './emptyWords.ts'
import { type Edition, editionRoutes } from './queries.ts'
import { ReturnDialog } from './ReturnDialog.tsx'
import { StatementDialog } from './StatementDialog.tsx'

/** Asks before an edition goes on. */
function ConfirmMove({
  title,
  action,
  busy,
  icon,
  move,
  onClose,
  onDone,
  children,
}: {
  title: string
  action: string
  busy: string
  icon: ButtonProps['icon']
  move: () => Promise<unknown>
  onClose: () => void
  onDone: () => Promise<void>
  children: ReactNode
}) {
  const moving = useMutation({ mutationFn: move, onSuccess: onDone })
  return (
    <ActDialog
      title={title}
      icon={icon}
      action={action}
      busy={busy}
      autofocus
      doing={moving}
      onAct={() => moving.mutate()}
      onClose={onClose}
    >
      {children}
    </ActDialog>
  )
}

type Asking = 'send' | 'review' | 'return' | 'approve'

/** What the signed-in person can do with the edition now; the next step is the primary one. */
export function Moves({ edition, onDone }: { edition: Edition; onDone: (sentence: string) => void }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const invalidate = useInvalidate()
  const { id, may, reviewed, name, status } = edition
  const empty = emptyWords(edition)
  const params = { id }
  const button = (move: Asking, words: string, icon: ButtonProps['icon']) =>
    may[move] && (
      <Button kind={move === 'return' ? 'secondary' : 'primary'} icon={icon} onClick={() => setAsking(move)}>
        {words}
      </Button>
    )
  const close = () => setAsking(null)
  const done = (sentence: string) => async () => {
    await invalidate(...editionRoutes)
    setAsking(null)
    onDone(sentence)
  }
  // who wrote it takes it back; who reviews or approves returns it
  const withdraws = !may.review && !may.approve && edition.approval === null
  return (
    <>
      {button('return', withdraws ? 'Tarik kembali' : 'Kembalikan', 'return')}
      {button('send', reviewed ? 'Kirim ke Inspektorat' : 'Kirim untuk disahkan', 'send')}
      {button('review', 'Nyatakan telah direviu', 'check')}
      {button('approve', 'Sahkan', 'sign')}
      {asking === 'send' && (
        <ConfirmMove
          title={reviewed ? `Kirim ${name} ke Inspektorat` : `Kirim ${name} untuk disahkan`}
          action="Kirim"
          busy="Mengirim…"
          icon="send"
          move={() => api('POST /editions/:id/send', { params })}
          onClose={close}
          onDone={done(reviewed ? 'Dikirim ke Inspektorat untuk direviu.' : 'Dikirim kepada pejabat pengesah.')}
        >
          {empty && <p>{empty}</p>}
          <p>Naskahnya tidak dapat diubah selama diperiksa. Angka yang berubah sesudah ini tetap terlihat di sini.</p>
        </ConfirmMove>
      )}
      {asking === 'review' && (
        <StatementDialog id={id} onClose={close} onDone={done('Pernyataan reviu disimpan sebagai lampiran.')} />
      )}
      {asking === 'return' && (
        <ReturnDialog
          id={id}
          title={withdraws ? `Tarik kembali ${name}` : `Kembalikan ${name}`}
          action={withdraws ? 'Tarik kembali' : 'Kembalikan'}
          onClose={close}
          onDone={done(withdraws ? 'Ditarik kembali.' : 'Dikembalikan kepada penyusunnya.')}
        />
      )}
      {asking === 'approve' && status === 'for-approval' && (
        <ConfirmMove
          title={`Sahkan ${name}, versi ${edition.version}`}
          action="Sahkan"
          busy="Mengesahkan…"
          icon="sign"
          move={() => api('POST /editions/:id/approve', { params })}
          onClose={close}
          onDone={done('Disahkan. Naskah dan angkanya tidak berubah lagi.')}
        >
          {empty && <p>{empty}</p>}
          <p>
            Naskah dan angkanya dibekukan sebagaimana keadaannya sekarang. Laporan yang disetujui sesudahnya tidak
            mengubahnya; perbaikan dibuat sebagai versi berikutnya.
          </p>
        </ConfirmMove>
      )}
    </>
  )
}
