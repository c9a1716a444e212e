import { useEffect, useRef, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/TextField.tsx'
import { hasCode } from '../problems/ProblemError.ts'

export const noFactor = 'Tulis kode verifikasi Anda.'

/** The server's verdict on a typed code. */
export const factorError = (failed: unknown): string | undefined =>
  hasCode(failed, 'second-factor-wrong') ? failed.problem.detail : undefined

const kinds = {
  app: {
    label: 'Kode verifikasi',
    hint: 'Enam angka yang sedang tampil di aplikasi autentikator Anda.',
    missing: noFactor,
    other: 'Ponsel tidak ada? Pakai kode pemulihan',
    input: { inputMode: 'numeric', autoComplete: 'one-time-code' },
  },
  recovery: {
    label: 'Kode pemulihan',
    hint: 'Salah satu kode yang Anda simpan saat memasang; masing-masing untuk satu kali.',
    missing: 'Tulis salah satu kode pemulihan Anda.',
    wrong: 'Kode pemulihan ini tidak cocok atau sudah dipakai. Periksa hurufnya, atau pakai kode yang lain.',
    other: 'Pakai kode dari aplikasi autentikator',
    input: { autoCapitalize: 'characters', autoComplete: 'off' },
  },
} as const

interface SecondFactorFieldProps {
  /** It was submitted empty. */
  missing: boolean
  /** Why the form was refused, if it was. */
  failed: unknown
  quiet?: boolean
}

/** Field `secondFactor` of the enclosing form; it takes the focus when it appears. */
export function SecondFactorField({ missing, failed, quiet }: SecondFactorFieldProps) {
  const [kind, setKind] = useState<keyof typeof kinds>('app')
  /** An error of a code of the other kind does not apply to this one. */
  const [ofOther, setOfOther] = useState<unknown>(null)
  const field = useRef<HTMLInputElement>(null)
  const { label, hint, other, input } = kinds[kind]
  const wrong = failed === ofOther ? undefined : factorError(failed)
  const error = missing ? kinds[kind].missing : wrong && (kind === 'recovery' ? kinds.recovery.wrong : wrong)
  function change(): void {
    setKind(kind === 'app' ? 'recovery' : 'app')
    setOfOther(failed)
  }
  useEffect(() => {
    if (kind && !quiet) field.current?.focus()
  }, [kind, quiet])
  return (
    <>
      <TextField
        key={kind}
        ref={field}
        name="secondFactor"
        label={label}
        hint={hint}
        spellCheck={false}
        maxLength={40}
        error={error}
        {...input}
      />
      <Button kind="quiet" onClick={change}>
        {other}
      </Button>
    </>
  )
}
