import type { Ref, TextareaHTMLAttributes } from 'react'
import styles from './Field.module.css'
import { Field, type FieldProps } from './Field.tsx'

export type TextAreaProps = FieldProps &
  TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }

export function TextArea({ label, hint, error, optional, labelHidden, className, id, ref, ...area }: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, optional, labelHidden, className, id }}>
      {wires => <textarea rows={3} autoComplete="off" {...area} {...wires} ref={ref} className={styles.input} />}
    </Field>
  )
}
