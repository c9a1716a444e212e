import type { ReactNode } from 'react'
import { Button, type ButtonProps } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { ProblemPanel } from './ProblemPanel.tsx'

interface ActDialogProps extends Pick<ButtonProps, 'icon' | 'whyNot'> {
  title: ReactNode
  /** Label of the button that acts. */
  action: ReactNode
  /** Its label meanwhile. */
  busy?: string
  /** Label of the other button. */
  keep?: string
  doing?: { isPending: boolean; isError?: boolean; error?: unknown }
  /** In place of what the error says by itself. */
  problem?: ReactNode
  /** Whether the button that acts has the focus first: of an act that asks nothing. */
  autofocus?: true
  onAct: () => void
  onClose: () => void
  large?: boolean
  children: ReactNode
}

/** Asks what is needed for an act, does it, and says why it failed. */
export const ActDialog = ({
  title,
  action,
  busy = '',
  keep = 'Batal',
  doing = { isPending: false },
  problem = doing.isError && <ProblemPanel error={doing.error} />,
  autofocus,
  onAct,
  onClose,
  large = false,
  children,
  ...button
}: ActDialogProps) => (
  <Dialog
    open
    onClose={onClose}
    title={title}
    large={large}
    foot={
      <>
        <Button onClick={onClose}>{keep}</Button>
        <Button {...button} kind="primary" busy={doing.isPending && busy} onClick={onAct} data-autofocus={autofocus}>
          {action}
        </Button>
      </>
    }
  >
    {children}
    {problem}
  </Dialog>
)
