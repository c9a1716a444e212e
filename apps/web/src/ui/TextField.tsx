import type { InputHTMLAttributes, Ref } from 'react'
import styles from './Field.module.css'
import { Field, type FieldProps } from './Field.tsx'
import { useCutPaste } from './useCutPaste.ts'

export type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'size'> & { ref?: Ref<HTMLInputElement> }

/** The browser remembers nothing that is typed, for the next user of this computer; fields about the user opt in. */
export function TextField({ label, hint, error, optional, labelHidden, className, id, ref, ...input }: TextFieldProps) {
  const { cut, watch } = useCutPaste(input)
  return (
    <Field {...{ label, cut, hint, error, optional, labelHidden, className, id }}>
      {wires => (
        <input type="text" autoComplete="off" {...input} {...watch} {...wires} ref={ref} className={styles.input} />
      )}
    </Field>
  )
}
