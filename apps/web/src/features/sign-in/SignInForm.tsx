import { useState } from 'react'
import type { LockedPerson } from '../../lib/lockedPerson.ts'
import { hasCode } from '../../lib/ProblemError.ts'
import { type Credentials, type Entry, signInOnline } from '../../lib/signIn.ts'
import { fieldRaw, fieldText, useSubmit } from '../../lib/useSubmit.ts'
import { useWait, waitText } from '../../lib/useWait.ts'
import { Button } from '../../ui/Button.tsx'
import { PasswordField } from '../../ui/PasswordField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { forgetTyped } from './forgetTyped.ts'
import styles from './SignIn.module.css'
import { SignInFailure } from './SignInFailure.tsx'

export interface SignInFormProps {
  onSignedIn: (entry: Entry) => unknown
  signIn?: (credentials: Credentials) => Promise<Entry>
  /** Filled in before the person types: of a demo account, or of who was signed in. */
  given?: { name: string; password?: string }
  /** Whose screen was locked: only the password is asked. */
  locked?: LockedPerson | undefined
}

export function SignInForm({ onSignedIn, signIn = signInOnline, given, locked }: SignInFormProps) {
  const [missing, setMissing] = useState<{ name?: string; password?: string }>({})
  const { busy, failed, form, onSubmit } = useSubmit(fields => {
    const name = locked?.signIn ?? fieldText(fields, 'name')
    const password = fieldRaw(fields, 'password')
    const found = {
      ...(!name && { name: 'Tulis NIP atau nama pengguna Anda.' }),
      ...(!password && { password: 'Tulis sandi Anda.' }),
    }
    setMissing(found)
    if (found.name || found.password) return false
    return signIn({ name, password }).then(onSignedIn)
  })
  const wait = useWait(failed)
  const refused = hasCode(failed, 'bad-credentials') ? failed.problem.detail : null

  return (
    <form ref={form} onSubmit={onSubmit} noValidate className={styles.form}>
      {locked ? (
        <p className={styles.locked}>{locked.name}</p>
      ) : (
        <TextField
          key={`name-${given?.name}`}
          name="name"
          label="NIP atau nama pengguna"
          autoComplete="username"
          onInput={forgetTyped}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          defaultValue={given?.name}
          error={missing.name}
        />
      )}
      <PasswordField
        key={`password-${given?.name}`}
        name="password"
        data-autofocus
        label="Sandi"
        autoComplete="current-password"
        defaultValue={given?.password}
        error={missing.password ?? refused}
      />
      <SignInFailure failed={failed} wait={wait} />
      <Button
        type="submit"
        kind="primary"
        wide
        busy={busy && 'Memeriksa…'}
        whyNot={wait > 0 && `Coba lagi dalam ${waitText(wait)}.`}
      >
        Masuk
      </Button>
    </form>
  )
}
