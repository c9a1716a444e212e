import type { Ref, SelectHTMLAttributes } from 'react'
import styles from './Field.module.css'
import { Field, type FieldProps } from './Field.tsx'
import { Icon } from './icons/Icon.tsx'

export interface Choice {
  value: string
  label: string
  /** Other words that typing finds it by: the short name of an office. */
  also?: string
}

export type SelectFieldProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'size' | 'multiple' | 'onChange'> & {
    options: readonly Choice[]
    /** The label of the empty choice; without it there is none. */
    none?: string
    onChange?: (value: string) => void
    ref?: Ref<HTMLSelectElement>
  }

/** The browser's own select: right for up to about fifteen choices, and the best there is on phones. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  labelHidden,
  className,
  id,
  ref,
  options,
  none,
  onChange,
  ...select
}: SelectFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, labelHidden, className, id }}>
      {wires => (
        <span className={styles.selectBox}>
          <select
            autoComplete="off"
            {...select}
            {...wires}
            ref={ref}
            className={styles.input}
            onChange={event => onChange?.(event.target.value)}
          >
            {none !== undefined && <option value="">{none}</option>}
            {options.map(option => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" size={16} />
        </span>
      )}
    </Field>
  )
}
