import { useRef } from 'react'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useCopy } from '#ui/useCopy.ts'

/** A secret that was just made, shown only now. */
export function SecretDialog({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  const { copy, isCopied, byHand } = useCopy('Rahasia', secret, () => field.current?.select())
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Rahasia webhook ${name}`}
      foot={
        <>
          <Button onClick={onClose}>Selesai</Button>
          <Button kind="primary" icon={isCopied ? 'check' : 'copy'} onClick={copy}>
            {isCopied ? 'Tersalin' : 'Salin rahasia'}
          </Button>
        </>
      }
    >
      <Callout tone="warn" title="Rahasia ini hanya tampil sekarang">
        Salin dan berikan kepada pengelola aplikasinya lewat jalan yang aman. Dengan itu aplikasi memeriksa tanda tangan
        setiap pesan. Bila hilang, ganti rahasianya.
      </Callout>
      <TextField
        label="Rahasia"
        readOnly
        spellCheck={false}
        value={secret}
        ref={field}
        onFocus={event => event.target.select()}
      />
      {byHand && <p>{byHand}</p>}
    </Dialog>
  )
}
