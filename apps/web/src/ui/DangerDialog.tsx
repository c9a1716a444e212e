import { type ReactNode, useState } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Modal.tsx'
import { TextField } from './TextField.tsx'

export interface DangerDialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  /** Label of the button that changes nothing. */
  keep: string
  /** Label of the other button. */
  action: string
  /** Must be typed first, against accidental presses. */
  word?: string
  busy?: string | false
  onConfirm: () => void
  children: ReactNode
}

/** Asks for confirmation before something is gone for good. */
export function DangerDialog(props: DangerDialogProps) {
  return props.open ? <Asked {...props} /> : null
}

function Asked({ onClose, title, keep, action, word, busy, onConfirm, children }: DangerDialogProps) {
  const [typed, setTyped] = useState('')
  const sure = word === undefined || typed.trim().toUpperCase() === word
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button onClick={onClose} data-autofocus>
            {keep}
          </Button>
          <Button kind="danger" whyNot={!sure && `Ketik ${word} dahulu.`} busy={busy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {children}
      {word !== undefined && (
        <TextField
          label={`Ketik ${word} bila Anda yakin`}
          value={typed}
          autoCapitalize="characters"
          spellCheck={false}
          onChange={event => setTyped(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && sure && !busy) onConfirm()
          }}
        />
      )}
    </Dialog>
  )
}
