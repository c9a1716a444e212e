import { useState } from 'react'
import { fieldErrors, hasCode } from '#sync/problems/ProblemError.ts'
import { useWait, waitText } from '#sync/problems/useWait.ts'
import { sessionEnded } from '#sync/session/endSession.ts'
import { noFactor, SecondFactorField } from '#sync/session/SecondFactorField.tsx'
import { api } from '#sync/transport/api.ts'
import { thisDevice } from '#sync/vault/thisDevice.ts'
import { Button } from '#ui/Button.tsx'
import { NewPassword, newPasswordErrors } from '#ui/NewPassword.tsx'
import { TextField } from '#ui/TextField.tsx'
import { fieldRaw, fieldText, useSubmit } from '#ui/useSubmit.ts'
import { NameField } from './NameField.tsx'
import styles from './SignIn.module.css'
import { SignInFailure } from './SignInFailure.tsx'
import type { SignInFormProps } from './SignInForm.tsx'
import { useFactorAsked } from './useFactorAsked.ts'

/** First sign-in, or a forgotten password: a one-time code from the admin, and a new password. */
export function CodeForm({ onSignedIn, given }: Pick<SignInFormProps, 'onSignedIn' | 'given'>) {
  const [missing, setMissing] = useState<Record<string, string | undefined>>({})
  const factor = useFactorAsked()
  const { busy, failed, form, onSubmit } = useSubmit(fields => {
    const name = fieldText(fields, 'name')
    const code = fieldText(fields, 'code')
    const password = fieldRaw(fields, 'password')
    const secondFactor = fieldText(fields, 'secondFactor')
    const found = {
      ...(!name && { name: 'Tulis NIP atau nama pengguna Anda.' }),
      ...(!code && { code: 'Tulis kode yang Anda terima dari pengelola.' }),
      ...newPasswordErrors(password, fieldRaw(fields, 'again')),
      ...(factor.asked && !secondFactor && { secondFactor: noFactor }),
    }
    setMissing(found)
    if (Object.keys(found).length > 0) return false
    const typed = { name, code, password, ...(secondFactor && { secondFactor }) }
    return sessionEnded()
      .then(() => api('POST /session/code', { body: { ...typed, ...thisDevice() } }))
      .then(me => onSignedIn({ me, credentials: { name, password }, confirmed: true }), factor.failedOf(name))
  })
  const wait = useWait(failed)
  const refused = fieldErrors(failed)
  const badCode = hasCode(failed, 'bad-credentials') ? failed.problem.detail : undefined

  return (
    <form ref={form} onSubmit={onSubmit} noValidate className={styles.form}>
      <NameField onInput={factor.onName} defaultValue={given?.name} error={missing.name ?? refused.name} />
      <TextField
        name="code"
        label="Kode masuk"
        hint="Dari pengelola, berlaku satu kali."
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        error={missing.code ?? refused.code ?? badCode}
      />
      <NewPassword errors={{ password: missing.password ?? refused.password, again: missing.again }} />
      {factor.asked && <SecondFactorField missing={missing.secondFactor !== undefined} failed={failed} />}
      <SignInFailure failed={failed} wait={wait} />
      <Button
        type="submit"
        kind="primary"
        wide
        busy={busy && 'Memeriksa…'}
        whyNot={factor.asked && wait > 0 && `Coba lagi dalam ${waitText(wait)}.`}
      >
        Simpan sandi dan masuk
      </Button>
    </form>
  )
}
