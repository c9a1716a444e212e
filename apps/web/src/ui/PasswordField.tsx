import { type InputHTMLAttributes, type Ref, useState } from 'react'
import { IconButton } from './Button.tsx'
import styles from './Field.module.css'
import { Field, type FieldProps } from './Field.tsx'

export type PasswordFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'size'> & {
    autoComplete: 'current-password' | 'new-password' | 'off'
    ref?: Ref<HTMLInputElement>
  }

export function PasswordField({ label, hint, error, className, id, ref, ...input }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <Field {...{ label, hint, error, className, id }}>
      {wires => (
        <span className={styles.affixed}>
          <input
            {...input}
            {...wires}
            ref={ref}
            type={shown ? 'text' : 'password'}
            className={styles.input}
            autoCapitalize="none"
            spellCheck={false}
          />
          <span className={styles.affix}>
            <IconButton
              icon={shown ? 'eye-off' : 'eye'}
              label={shown ? 'Sembunyikan sandi' : 'Tampilkan sandi'}
              onClick={() => setShown(!shown)}
            />
          </span>
        </span>
      )}
    </Field>
  )
}
