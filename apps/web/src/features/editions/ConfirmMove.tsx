import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { Button, type ButtonProps } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'

/** Asks before an edition goes on. */
export function ConfirmMove({
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
    <Dialog
      open
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button
            kind="primary"
            icon={icon}
            busy={moving.isPending && busy}
            onClick={() => moving.mutate()}
            data-autofocus
          >
            {action}
          </Button>
        </>
      }
    >
      {children}
      {moving.isError && <ProblemPanel error={moving.error} />}
    </Dialog>
  )
}
