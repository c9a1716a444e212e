import { useState } from 'react'
import type { Me } from '#sync/apiTypes.ts'
import { fieldErrors, hasCode, ProblemError } from '#sync/problems/ProblemError.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useWait, waitText } from '#sync/problems/useWait.ts'
import { api } from '#sync/transport/api.ts'
import { thisDevice } from '#sync/vault/thisDevice.ts'
import { Button } from '#ui/Button.tsx'
import { NewPassword, newPasswordErrors } from '#ui/NewPassword.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { fieldRaw, useSubmit } from '#ui/useSubmit.ts'
import styles from './Account.module.css'

/** `onChanged` gets the new session's user and the password that unlocks this device from now on. */
export function ChangePasswordForm({ onChanged }: { onChanged: (me: Me, password: string) => unknown }) {
  const [missing, setMissing] = useState<Record<string, string | undefined>>({})
  const { busy, failed, form, onSubmit } = useSubmit(fields => {
    const current = fieldRaw(fields, 'current')
    const next = fieldRaw(fields, 'password')
    const found = {
      ...(!current && { current: 'Tulis sandi Anda yang sekarang.' }),
      ...newPasswordErrors(next, fieldRaw(fields, 'again')),
    }
    setMissing(found)
    if (Object.keys(found).length > 0) return false
    return api('PUT /password', { body: { current, next } })
      .then(() => api('GET /session', { query: thisDevice() }))
      .then(me => onChanged(me, next))
  })
  const wait = useWait(failed)
  const refused = fieldErrors(failed)
  const wrong = hasCode(failed, 'bad-credentials') ? failed.problem.detail : undefined
  const saidBeside = wrong || (failed instanceof ProblemError && failed.problem.status === 422)

  return (
    <form ref={form} onSubmit={onSubmit} noValidate className={styles.form}>
      <PasswordField
        name="current"
        label="Sandi sekarang"
        autoComplete="current-password"
        error={missing.current ?? refused.current ?? wrong}
      />
      <NewPassword errors={{ password: missing.password ?? refused.next, again: missing.again }} />
      {failed !== null && !saidBeside && <ProblemPanel error={failed} />}
      <Button
        type="submit"
        kind="primary"
        busy={busy && 'Menyimpan…'}
        whyNot={wait > 0 && `Coba lagi dalam ${waitText(wait)}.`}
      >
        Ganti sandi
      </Button>
    </form>
  )
}
