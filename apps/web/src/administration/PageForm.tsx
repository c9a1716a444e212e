import type { ReactNode } from 'react'
import { Button, type ButtonProps } from '#ui/Button.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Said } from '#ui/useSaid.tsx'
import styles from './Admin.module.css'
import { FormProblem } from './FormProblem.tsx'
import type { ContractForm } from './useContractForm.ts'

export interface FormProps {
  of: ContractForm
  /** The fields that are shown, to know which messages they say themselves. */
  fields: readonly string[]
  /** The button that sends it, and its text meanwhile. */
  action: ReactNode
  busy?: string
  kind?: ButtonProps['kind']
  children: ReactNode
}

/** A form on a page: its fields, what they do not say themselves, what was done (`said`), and its buttons. */
export function PageForm({
  of,
  fields,
  action,
  busy = 'Menyimpan…',
  kind = 'primary',
  icon,
  whyNot,
  back,
  said = null,
  problem,
  children,
}: FormProps &
  Pick<ButtonProps, 'icon' | 'whyNot'> & {
    /** Where it is left to, or how. */
    back?: string | (() => void)
    said?: string | null
    /** In place of what the fields do not say. */
    problem?: ReactNode
  }) {
  return (
    <form ref={of.form} onSubmit={of.onSubmit} noValidate className={styles.form}>
      {children}
      {problem === undefined ? <FormProblem of={of} fields={fields} /> : problem}
      <Said said={said} />
      <div className={styles.buttons}>
        <Button type="submit" kind={kind} icon={icon} whyNot={whyNot} busy={of.busy && busy}>
          {action}
        </Button>
        {typeof back === 'string' && <LinkButton to={back}>Batal</LinkButton>}
        {typeof back === 'function' && <Button onClick={back}>Batal</Button>}
      </div>
    </form>
  )
}
