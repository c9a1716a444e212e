import { useEffect, useState } from 'react'
import { idleLimit as limit, watchIdle } from '#sync/session/idle.ts'
import { useMe } from '#sync/session/me.tsx'
import { lockScreen } from '#sync/session/signOut.ts'
import { isOnlyHere } from '#sync/tabs/onlyHere.ts'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'

/** The warning is shown this long (ms) before the screen locks. */
const warning = 60_000

/** Where nothing is stored on the device there is no key to drop, and locking would only lose what was typed. */
export function IdleLock() {
  const { person } = useMe()
  const [seconds, setSeconds] = useState<number | null>(null)
  useEffect(() => {
    if (!keepsOnDevice()) return
    const stop = watchIdle(limit, idle => {
      const left = limit - idle
      if (left > warning || isOnlyHere()) setSeconds(null)
      else if (left > 0) setSeconds(Math.ceil(left / 1000))
      else {
        stop()
        void lockScreen(person.id)
      }
    })
    return stop
  }, [person.id])
  return (
    <Dialog
      open={seconds !== null}
      title="Layar akan dikunci"
      foot={
        <Button kind="primary" data-autofocus>
          Tetap di sini
        </Button>
      }
    >
      <p>
        Perangkat ini lama tidak disentuh. Dalam <span aria-hidden="true">{seconds} detik</span>
        <span className="visually-hidden">semenit</span> layar dikunci, supaya orang lain tidak membaca isian Anda. Yang
        sudah Anda ketik tersimpan di perangkat ini. Tekan tombol apa pun untuk tetap di sini.
      </p>
    </Dialog>
  )
}
