import { type ReactNode, useId } from 'react'
import { Checkbox, Radio } from './Checkbox.tsx'
import { cx } from './cx.ts'
import styles from './Field.module.css'
import { FieldGroup, type FieldProps } from './Field.tsx'

interface Option {
  value: string
  label: ReactNode
  hint?: ReactNode
}
type GroupProps = FieldProps & { options: readonly Option[] }

/** One of a few. */
export function RadioGroup({
  options,
  inline,
  value,
  onChange,
  ...field
}: GroupProps & { inline?: boolean; value: string; onChange: (value: string) => void }) {
  const name = useId()
  return (
    <FieldGroup {...field}>
      <div className={cx(styles.choices, inline && styles.inline)}>
        {options.map(option => (
          <Radio
            key={option.value}
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

/** Several of a few. */
export function CheckboxGroup({
  options,
  values,
  onChange,
  ...field
}: GroupProps & { values: readonly string[]; onChange: (values: string[]) => void }) {
  return (
    <FieldGroup {...field}>
      <div className={cx(styles.choices, styles.inline)}>
        {options.map(option => (
          <Checkbox
            key={option.value}
            value={option.value}
            label={option.label}
            hint={option.hint}
            checked={values.includes(option.value)}
            onChange={event =>
              onChange(
                event.target.checked ? [...values, option.value] : values.filter(value => value !== option.value),
              )
            }
          />
        ))}
      </div>
    </FieldGroup>
  )
}
