import { longDay, parseDay, typedDay } from '@sepakat/rules/periods/dates.ts'
import { type Ref, useEffect, useRef, useState } from 'react'
import { afterPress } from './afterPress.ts'
import styles from './Field.module.css'
import { Field, type FieldProps } from './Field.tsx'

export type DateFieldProps = FieldProps & {
  /** A day `2026-03-31`, or '' for none. */
  value: string
  /** Called with the day, with '' when emptied, and with null while the text is no date. */
  onChange: (day: string | null) => void
  onBlur?: () => void
  required?: boolean
  readOnly?: boolean
  name?: string
  id?: string
  ref?: Ref<HTMLInputElement>
}

/**
 * Typed, not picked: 31-3-2026, 31/3/26 or 31 Maret 2026. The browser's own date field would use the device's language;
 * instead the reading is shown in words.
 */
export function DateField({
  label,
  hint,
  error,
  optional,
  labelHidden,
  className,
  id,
  value,
  onChange,
  onBlur,
  ...input
}: DateFieldProps) {
  const [text, setText] = useState(value ? typedDay(value) : '')
  const shown = useRef(value)
  useEffect(() => {
    if (value === shown.current) return
    shown.current = value
    setText(value ? typedDay(value) : '')
  }, [value])
  const day = parseDay(text)
  const unread = text.trim() !== '' && day === null
  const [left, setLeft] = useState(false)
  const said = error ?? (unread && left ? 'Tulis tanggal seperti 31-03-2026.' : null)

  function type(next: string): void {
    setText(next)
    const read = next.trim() === '' ? '' : parseDay(next)
    shown.current = read ?? '' // a page that stores '' for an invalid date must not empty what is being typed
    onChange(read)
  }
  function leave(): void {
    afterPress(() => setLeft(true))
    if (day) setText(typedDay(day))
    onBlur?.()
  }

  return (
    <Field
      {...{ label, optional, labelHidden, className, id }}
      hint={day ? longDay(day) : (hint ?? 'Contoh: 31-03-2026')}
      error={said}
    >
      {wires => (
        <input
          {...input}
          {...wires}
          type="text"
          inputMode="text"
          autoComplete="off"
          className={styles.input}
          value={text}
          onChange={event => type(event.target.value)}
          onBlur={leave}
        />
      )}
    </Field>
  )
}
