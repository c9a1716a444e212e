import type { InputHTMLAttributes, Ref } from 'react'
import styles from './Field.module.css'
import { Field, type FieldProps } from './Field.tsx'

export type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'size'> & { ref?: Ref<HTMLInputElement> }

export function TextField({ label, hint, error, optional, labelHidden, className, id, ref, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, labelHidden, className, id }}>
      {wires => <input type="text" {...input} {...wires} ref={ref} className={styles.input} />}
    </Field>
  )
}
