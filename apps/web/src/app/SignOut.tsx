import { useState } from 'react'
import { Link } from 'react-router'
import { useSaveState } from '#sync/saveState.ts'
import { signOut } from '#sync/session/signOut.ts'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { paths } from '#ui/paths.ts'

/** Signs out, after a question while there are changes that the server does not have, or once it has failed. */
export function useSignOut() {
  const { waiting, stuck } = useSaveState()
  const unsent = waiting + stuck
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const go = () => {
    setBusy(true)
    setFailed(false)
    signOut().catch(() => {
      setBusy(false)
      setFailed(true)
      setAsked(true)
    })
  }
  return {
    unsent,
    asked,
    busy,
    failed,
    go,
    ask: () => (unsent > 0 ? setAsked(true) : go()),
    stay: () => setAsked(false),
  }
}

/** The question of `useSignOut`. */
export function SignOut({ unsent, asked, busy, failed, go, stay }: ReturnType<typeof useSignOut>) {
  return (
    <Dialog
      open={asked}
      onClose={stay}
      title="Keluar?"
      foot={
        <>
          <Button onClick={stay} data-autofocus>
            Tetap di sini
          </Button>
          <Button kind="danger" busy={busy && 'Keluar…'} onClick={go}>
            {failed ? 'Coba keluar lagi' : 'Keluar saja'}
          </Button>
        </>
      }
    >
      {failed && (
        <Callout tone="wrong" title="Belum berhasil keluar" live>
          Server tidak menjawab. Coba lagi, atau tutup peramban ini bila komputernya dipakai bersama.
        </Callout>
      )}
      {unsent > 0 && (
        <p>
          {unsent} perubahan belum sampai di server
          {keepsOnDevice()
            ? '. Semuanya tetap di perangkat ini, terkunci: hanya Anda yang dapat membukanya dengan sandi Anda, dan dikirim setelah Anda masuk lagi di sini.'
            : ' dan akan hilang bila Anda keluar sekarang.'}{' '}
          <Link to={paths.unsent()} onClick={stay}>
            Lihat, unduh, atau hapus
          </Link>
        </p>
      )}
    </Dialog>
  )
}
