import { useState } from 'react'
import { hasCode } from '#sync/problems/ProblemError.ts'
import { useWait, waitText } from '#sync/problems/useWait.ts'
import type { LockedPerson } from '#sync/session/lockedPerson.ts'
import { noFactor, SecondFactorField } from '#sync/session/SecondFactorField.tsx'
import { type Entry, signInOnline, type Typed } from '#sync/session/signIn.ts'
import { Button } from '#ui/Button.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { fieldRaw, fieldText, useSubmit } from '#ui/useSubmit.ts'
import { NameField } from './NameField.tsx'
import styles from './SignIn.module.css'
import { SignInFailure } from './SignInFailure.tsx'
import { useFactorAsked } from './useFactorAsked.ts'

export interface SignInFormProps {
  onSignedIn: (entry: Entry) => unknown
  signIn?: (typed: Typed) => Promise<Entry>
  /** Prefilled: a demo account's name, or that of the last user. */
  given?: { name: string; password?: string }
  /** The user whose screen was locked: only the password is asked. */
  locked?: LockedPerson | undefined
}

export function SignInForm({ onSignedIn, signIn = signInOnline, given, locked }: SignInFormProps) {
  const [missing, setMissing] = useState<{ name?: string; password?: string; secondFactor?: string }>({})
  const factor = useFactorAsked()
  const { busy, failed, form, onSubmit } = useSubmit(fields => {
    const name = locked?.signIn ?? fieldText(fields, 'name')
    const password = fieldRaw(fields, 'password')
    const secondFactor = fieldText(fields, 'secondFactor')
    const found = {
      ...(!name && { name: 'Tulis NIP atau nama pengguna Anda.' }),
      ...(!password && { password: 'Tulis sandi Anda.' }),
      ...(factor.asked && !secondFactor && { secondFactor: noFactor }),
    }
    setMissing(found)
    if (Object.keys(found).length > 0) return false
    const typed = { name, password, ...(secondFactor && { secondFactor }) }
    return signIn(typed).then(onSignedIn, factor.failedOf(name))
  })
  const wait = useWait(failed)
  const refused = hasCode(failed, 'bad-credentials') ? failed.problem.detail : null

  return (
    <form ref={form} onSubmit={onSubmit} noValidate className={styles.form}>
      {locked ? (
        <p className={styles.locked}>{locked.name}</p>
      ) : (
        <NameField
          key={`name-${given?.name}`}
          onInput={factor.onName}
          defaultValue={given?.name}
          error={missing.name}
        />
      )}
      <PasswordField
        key={`password-${given?.name}-${given?.password}`}
        name="password"
        data-autofocus
        label="Sandi"
        autoComplete="current-password"
        defaultValue={given?.password}
        error={missing.password ?? refused}
      />
      {factor.asked && <SecondFactorField missing={missing.secondFactor !== undefined} failed={failed} />}
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
