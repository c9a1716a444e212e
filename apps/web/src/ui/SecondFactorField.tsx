import { useEffect, useRef, useState } from 'react'
import { hasCode } from '../lib/ProblemError.ts'
import { Button } from './Button.tsx'
import { TextField } from './TextField.tsx'

export const noFactor = 'Tulis kode verifikasi Anda.'

/** What the server said of a code that was typed. */
export const factorError = (failed: unknown): string | undefined =>
  hasCode(failed, 'second-factor-wrong') ? failed.problem.detail : undefined

const kinds = {
  app: {
    label: 'Kode verifikasi',
    hint: 'Enam angka yang sedang tampil di aplikasi autentikator Anda.',
    other: 'Ponsel tidak ada? Pakai kode pemulihan',
    input: { inputMode: 'numeric', autoComplete: 'one-time-code' },
  },
  recovery: {
    label: 'Kode pemulihan',
    hint: 'Salah satu kode yang Anda simpan saat memasang; masing-masing untuk satu kali.',
    other: 'Pakai kode dari aplikasi autentikator',
    input: { autoCapitalize: 'characters', autoComplete: 'off' },
  },
} as const

/** Field `secondFactor` of the form around it; it takes the focus where it appears. */
export function SecondFactorField({ error, quiet }: { error?: string | undefined; quiet?: boolean }) {
  const [kind, setKind] = useState<keyof typeof kinds>('app')
  const field = useRef<HTMLInputElement>(null)
  const { label, hint, other, input } = kinds[kind]
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
      <Button kind="quiet" onClick={() => setKind(kind === 'app' ? 'recovery' : 'app')}>
        {other}
      </Button>
    </>
  )
}
