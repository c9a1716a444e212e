import { useState } from 'react'
import { Link } from 'react-router'
import { saveState, useSaveState } from '#sync/saveState.ts'
import { signOut } from '#sync/session/signOut.ts'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { paths } from '#ui/paths.ts'

/** Signs out, after a question while there are changes that the server does not have, or once it has failed. */
export function useSignOut() {
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
    asked,
    busy,
    failed,
    go,
    ask() {
      const { waiting, stuck } = saveState()
      if (waiting + stuck > 0) setAsked(true)
      else go()
    },
    stay: () => setAsked(false),
  }
}

/** The question of `useSignOut`. */
export function SignOut({ asked, busy, failed, go, stay }: ReturnType<typeof useSignOut>) {
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
      {asked && <Unsent onLook={stay} />}
    </Dialog>
  )
}

function Unsent({ onLook }: { onLook: () => void }) {
  const unsent = useSaveState(({ waiting, stuck }) => waiting + stuck)
  if (unsent === 0) return null
  return (
    <p>
      {unsent} perubahan belum sampai di server
      {keepsOnDevice()
        ? '. Semuanya tetap di perangkat ini, terkunci: hanya Anda yang dapat membukanya dengan sandi Anda, dan dikirim setelah Anda masuk lagi di sini.'
        : ' dan akan hilang bila Anda keluar sekarang.'}{' '}
      <Link to={paths.unsent()} onClick={onLook}>
        Lihat, unduh, atau hapus
      </Link>
    </p>
  )
}
