import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import styles from './Field.module.css'
import { Icon } from './icons/Icon.tsx'

export interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** The error; shown at the field and announced with it. */
  error?: string | null | undefined
  optional?: boolean
  /** The label is read out but not shown, where the place makes it clear (a column, a search box). */
  labelHidden?: boolean
  className?: string
}

export interface Wires {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label, hint and error around one control, wired to it. */
export function Field({
  label,
  hint,
  error,
  cut,
  optional,
  labelHidden,
  className,
  id: given,
  children,
}: FieldProps & {
  id?: string
  /** What the browser left out of a pasted text. */
  cut?: string | null
  children: (wires: Wires) => ReactNode
}) {
  const made = useId()
  const id = given ?? made
  const described = [hint && `${id}-hint`, cut && `${id}-cut`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={cx(styles.field, className)}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles.label}>
        {label}
        {optional && <span className={styles.optional}> (boleh kosong)</span>}
      </label>
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {cut && (
        <span id={`${id}-cut`} className={styles.cut}>
          {cut}
        </span>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}

/** A group of controls with one question: radios, checkboxes, a range of dates. */
export function FieldGroup({
  label,
  hint,
  error,
  labelHidden,
  className,
  children,
}: FieldProps & { children: ReactNode }) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      className={cx(styles.field, className)}
      aria-describedby={described || undefined}
      data-invalid={error ? true : undefined}
    >
      <legend className={labelHidden ? 'visually-hidden' : styles.label}>{label}</legend>
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}

function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span id={id} className={styles.error}>
      <Icon name="alert" size={16} />
      <span>{children}</span>
    </span>
  )
}
