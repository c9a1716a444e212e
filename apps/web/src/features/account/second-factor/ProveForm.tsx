import { useState } from 'react'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { hasCode } from '#sync/problems/ProblemError.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useWait, waitText } from '#sync/problems/useWait.ts'
import { factorError, noFactor, SecondFactorField } from '#sync/session/SecondFactorField.tsx'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { fieldRaw, fieldText, useSubmit } from '#ui/useSubmit.ts'
import styles from '../Account.module.css'

type Proving = 'PUT /second-factor' | 'POST /second-factor/recovery-codes' | 'POST /second-factor/remove'

/** Changing the second factor asks for the password, and for a code where one is set up (`byCode`). */
export function ProveForm<R extends Proving>({
  route,
  byCode,
  action,
  onProved,
}: {
  route: R
  byCode?: boolean | undefined
  action: string
  onProved: (answer: ResponseOf<R>) => unknown
}) {
  const [missing, setMissing] = useState<{ password?: string; secondFactor?: string }>({})
  const { busy, failed, form, onSubmit } = useSubmit(fields => {
    const password = fieldRaw(fields, 'password')
    const secondFactor = fieldText(fields, 'secondFactor')
    const found = {
      ...(!password && { password: 'Tulis sandi Anda.' }),
      ...(byCode && !secondFactor && { secondFactor: noFactor }),
    }
    setMissing(found)
    if (Object.keys(found).length > 0) return false
    const ask = { body: { password, ...(byCode && { secondFactor }) } } as never
    return api(route, ask).then(onProved)
  })
  const wait = useWait(failed)
  const wrong = hasCode(failed, 'bad-credentials') ? failed.problem.detail : undefined
  const wrongCode = factorError(failed)
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className={styles.form}>
      <PasswordField
        name="password"
        label="Sandi Anda"
        autoComplete="current-password"
        error={missing.password ?? wrong}
      />
      {byCode && <SecondFactorField quiet missing={missing.secondFactor !== undefined} failed={failed} />}
      {failed !== null && !wrong && !wrongCode && <ProblemPanel error={failed} />}
      <Button
        type="submit"
        kind="primary"
        busy={busy && 'Memeriksa…'}
        whyNot={wait > 0 && `Coba lagi dalam ${waitText(wait)}.`}
      >
        {action}
      </Button>
    </form>
  )
}
