import { useEffect, useRef, useState } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useWait, waitText } from '#sync/problems/useWait.ts'
import { factorError, noFactor } from '#sync/session/SecondFactorField.tsx'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { QrCode } from '#ui/QrCode.tsx'
import { TextField } from '#ui/TextField.tsx'
import { fieldText, useSubmit } from '#ui/useSubmit.ts'
import styles from '../Account.module.css'

const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

/** The secret for the authenticator app, and the first code it shows. */
export function ConfirmFactor({
  secret,
  uri,
  onConfirmed,
}: {
  secret: string
  uri: string
  onConfirmed: (recoveryCodes: string[]) => unknown
}) {
  const [missing, setMissing] = useState<string>()
  const steps = useRef<HTMLOListElement>(null)
  useEffect(() => steps.current?.focus(), [])
  const { busy, failed, form, onSubmit } = useSubmit(fields => {
    const secondFactor = fieldText(fields, 'secondFactor')
    setMissing(secondFactor ? undefined : noFactor)
    if (!secondFactor) return false
    return api('POST /second-factor/confirm', { body: { secondFactor } }).then(answer =>
      onConfirmed(answer.recoveryCodes),
    )
  })
  const wait = useWait(failed)
  const wrong = factorError(failed)
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className={styles.form}>
      <ol ref={steps} tabIndex={-1} className={styles.steps}>
        <li>
          Pasang aplikasi autentikator di ponsel Anda, misalnya Aegis, Google Authenticator, atau Microsoft
          Authenticator.
        </li>
        <li>Di aplikasi itu tambahkan akun dan pindai kode QR ini, atau ketik kuncinya.</li>
        <li>Tulis enam angka yang tampil di sana.</li>
      </ol>
      <QrCode text={uri} label="Kode QR untuk aplikasi autentikator; isinya sama dengan kunci di bawah." />
      <p>
        Kunci bila kode tidak dapat dipindai: <code className={styles.secret}>{inFours(secret)}</code>
      </p>
      <p>
        <a href={uri}>Buka di aplikasi autentikator perangkat ini</a>
      </p>
      <TextField
        name="secondFactor"
        label="Kode verifikasi"
        hint="Enam angka, berganti setiap 30 detik."
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        maxLength={10}
        error={missing ?? wrong}
      />
      {failed !== null && !wrong && <ProblemPanel error={failed} />}
      <Button
        type="submit"
        kind="primary"
        busy={busy && 'Memeriksa…'}
        whyNot={wait > 0 && `Coba lagi dalam ${waitText(wait)}.`}
      >
        Pasang
      </Button>
    </form>
  )
}
