import type { Ref, TextareaHTMLAttributes } from 'react'
import styles from './Field.module.css'
import { Field, type FieldProps } from './Field.tsx'
import { useCutPaste } from './useCutPaste.ts'

export type TextAreaProps = FieldProps &
  TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }

export function TextArea({ label, hint, error, optional, labelHidden, className, id, ref, ...area }: TextAreaProps) {
  const { cut, watch } = useCutPaste(area)
  return (
    <Field {...{ label, cut, hint, error, optional, labelHidden, className, id }}>
      {wires => (
        <textarea rows={3} autoComplete="off" {...area} {...watch} {...wires} ref={ref} className={styles.input} />
      )}
    </Field>
  )
}
