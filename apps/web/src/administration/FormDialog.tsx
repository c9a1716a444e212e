import { type ReactNode, useId } from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import styles from './Admin.module.css'
import { FormProblem } from './FormProblem.tsx'
import type { FormProps } from './PageForm.tsx'

/** A form in a dialog, or in a drawer: its fields, what they do not say themselves, and its buttons. */
export function FormDialog({
  of,
  fields,
  title,
  action,
  busy = 'Menyimpan…',
  kind = 'primary',
  keep = 'Batal',
  as: Modal = Dialog,
  large,
  onClose,
  children,
}: FormProps & {
  title: ReactNode
  /** Label of the button that changes nothing. */
  keep?: string
  as?: typeof Dialog
  large?: boolean
  onClose: () => void
}) {
  const id = useId()
  return (
    <Modal
      open
      large={large}
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button onClick={onClose}>{keep}</Button>
          {action && (
            <Button kind={kind} type="submit" form={id} busy={of.busy && busy}>
              {action}
            </Button>
          )}
        </>
      }
    >
      <form id={id} ref={of.form} onSubmit={of.onSubmit} noValidate className={styles.form}>
        {children}
        <FormProblem of={of} fields={fields} />
      </form>
    </Modal>
  )
}
