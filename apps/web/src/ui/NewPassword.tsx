import { passwordLength, wrongLengthOf } from '@sepakat/rules/access/signIn.ts'
import { useState } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icons/Icon.tsx'
import styles from './NewPassword.module.css'
import { PasswordField } from './PasswordField.tsx'

export interface NewPasswordErrors {
  password?: string
  again?: string
}

/** Errors of a new password typed twice; empty when it may be sent. */
export function newPasswordErrors(password: string, again: string): NewPasswordErrors {
  const wrong = wrongLengthOf(password)
  if (wrong) return { password: wrong }
  return password === again ? {} : { again: 'Kedua sandi belum sama. Ketik ulang sandi yang sama.' }
}

/** A new password, typed twice, with its rules shown while typing. Fields `password` and `again` of the enclosing form. */
export function NewPassword({ errors }: { errors: NewPasswordErrors }) {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const rules = [
    { met: password.length >= passwordLength.min, text: `Paling sedikit ${passwordLength.min} huruf atau angka` },
    { met: password !== '' && password === again, text: 'Kedua sandi sama' },
  ]
  return (
    <>
      <PasswordField
        name="password"
        label="Sandi baru"
        autoComplete="new-password"
        hint="Kalimat pendek yang mudah Anda ingat lebih aman daripada satu kata. Jangan memakai nama, NIP, perangkat daerah, daerah, atau tahun."
        error={errors.password}
        onChange={event => setPassword(event.target.value)}
      />
      <PasswordField
        name="again"
        label="Ulangi sandi baru"
        autoComplete="new-password"
        error={errors.again}
        onChange={event => setAgain(event.target.value)}
      />
      <ul className={styles.rules} aria-label="Aturan sandi">
        {rules.map(rule => (
          <li key={rule.text} className={cx(rule.met && styles.met)}>
            <Icon name={rule.met ? 'check' : 'circle'} size={16} />
            {rule.text}
            <span className="visually-hidden">{rule.met ? ' (terpenuhi)' : ' (belum)'}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
