import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ActDialog } from '#sync/problems/ActDialog.tsx'
import type { ButtonProps } from '#ui/Button.tsx'

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
