import { useEffect, useRef, useState } from 'react'
import { SignInForm } from '#features/sign-in/SignInForm.tsx'
import type { Me } from '#sync/apiTypes.ts'
import { useMe, useSetMe } from '#sync/session/me.tsx'
import { backToPost, type Entry } from '#sync/session/signIn.ts'
import { leave } from '#sync/session/signOut.ts'
import { api } from '#sync/transport/api.ts'
import { askToSignInWith } from '#sync/transport/sessionGate.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Dialog } from '#ui/Modal.tsx'

/** The session expired: asks for the password in a dialog over the page, which keeps what was typed. */
export function SessionEnded() {
  const me = useMe()
  const setMe = useSetMe()
  const [open, setOpen] = useState(false)
  const [other, setOther] = useState<Me | null>(null)
  const answer = useRef<(again: boolean) => void>(undefined)

  useEffect(() => {
    askToSignInWith(() => {
      setOpen(true)
      return new Promise<boolean>(resolve => {
        answer.current = resolve
      })
    })
    return () => askToSignInWith(null)
  }, [])

  async function enter({ me: next, credentials }: Entry): Promise<void> {
    if (next.person.id !== me.person.id) {
      await api('DELETE /session') // nothing of this page may be sent as another user
      setOther(next)
      return
    }
    setMe(await backToPost(next, me.post?.id), credentials.password)
    setOpen(false)
    answer.current?.(true)
  }

  return (
    <Dialog
      open={open}
      title="Masuk lagi untuk melanjutkan"
      foot={
        <Button kind="quiet" icon="out" onClick={leave}>
          Keluar
        </Button>
      }
    >
      {other ? (
        <Callout tone="warn" title={`Akun itu milik ${other.person.name}`} live>
          Halaman ini dibuka oleh {me.person.name}. Isian yang belum tersimpan di halaman ini hanya dapat dikirim oleh{' '}
          {me.person.name}: masuklah dengan akun itu, atau tekan Keluar untuk memulai dari awal.
        </Callout>
      ) : (
        <p>
          Waktu masuk Anda sudah habis atau diakhiri dari perangkat lain. Yang Anda ketik di halaman ini tidak hilang.
        </p>
      )}
      <SignInForm onSignedIn={enter} given={{ name: me.person.username ?? me.person.nip ?? '' }} />
    </Dialog>
  )
}
