import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react'
import styles from './Field.module.css'

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'size'> & {
  label: ReactNode
  hint?: ReactNode
  ref?: Ref<HTMLInputElement>
}

export function Checkbox({ label, hint, ref, ...input }: CheckboxProps) {
  return <Ticked type="checkbox" {...{ label, hint }} {...input} inputRef={ref} />
}

export function Radio({ label, hint, ref, ...input }: CheckboxProps) {
  return <Ticked type="radio" {...{ label, hint }} {...input} inputRef={ref} />
}

function Ticked({
  label,
  hint,
  inputRef,
  ...input
}: Omit<CheckboxProps, 'ref'> & { type: 'checkbox' | 'radio'; inputRef: Ref<HTMLInputElement> | undefined }) {
  const made = useId()
  const id = input.id ?? made
  return (
    <label className={styles.choice} htmlFor={id}>
      <input {...input} id={id} ref={inputRef} aria-describedby={hint ? `${id}-hint` : input['aria-describedby']} />
      <span className={styles.choiceText}>
        <span>{label}</span>
        {hint && (
          <span id={`${id}-hint`} className={styles.hint}>
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
