import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '#sync/transport/queryOf.ts'
import { Button } from '#ui/Button.tsx'
import { SignDialog, type SignDialogProps } from './SignDialog.tsx'

const signingQuery = () => queryOf('GET /signing')

/** Signs a PDF electronically; nothing where this installation has nothing to sign with. `of`: what is signed, for who does not see where the button is. */
export function SignButton({
  of,
  small,
  ...sign
}: Pick<SignDialogProps, 'route' | 'send'> & { of: string; small?: boolean }) {
  const [open, setOpen] = useState(false)
  const { data: installed } = useQuery(signingQuery())
  if (!installed || !(installed.own || installed.bsre)) return null
  return (
    <>
      <Button small={small} icon="sign" onClick={() => setOpen(true)}>
        Tanda tangani secara elektronik
        <span className="visually-hidden"> {of}</span>
      </Button>
      {open && <SignDialog {...sign} installed={installed} onClose={() => setOpen(false)} />}
    </>
  )
}
