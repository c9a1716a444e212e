import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import styles from '#administration/Admin.module.css'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Part } from '#ui/Part.tsx'
import { CodeSlips } from './CodeSlips.tsx'
import type { Person } from './queries.ts'
import codeStyles from './SignInCode.module.css'
import { spellCode } from './spellCode.ts'

type Issued = ResponseOf<'POST /people/:id/codes'>

/** A one-time code for a first sign-in or a forgotten password, to read out or print, shown only once. */
export function SignInCode({ person }: { person: Person }) {
  const issue = useMutation({ mutationFn: () => api('POST /people/:id/codes', { params: { id: person.id } }) })
  const again = issue.isSuccess ? 'Terbitkan kode baru' : 'Terbitkan kode masuk'
  return (
    <Part title="Kode masuk">
      {person.disabled ? (
        <p className={styles.note}>Aktifkan dahulu orang ini; setelah itu kode masuk dapat diterbitkan.</p>
      ) : (
        <>
          <p className={styles.note}>
            {person.signedInBefore
              ? 'Kode sekali pakai bagi yang lupa sandi. Dengan kode itu ia membuat sandi baru; sandi yang lama tetap berlaku sampai kode dipakai.'
              : 'Kode sekali pakai untuk masuk pertama kali. Dengan kode itu ia membuat sandinya sendiri.'}{' '}
            Kode yang diterbitkan sebelumnya tidak berlaku lagi.
          </p>
          {issue.isSuccess && <Code issued={issue.data} />}
          {issue.isError && <ProblemPanel error={issue.error} />}
          <div className={styles.buttons}>
            <Button
              kind={issue.isSuccess ? 'secondary' : 'primary'}
              icon="key"
              busy={issue.isPending && 'Menerbitkan…'}
              onClick={() => issue.mutate()}
            >
              {again}
            </Button>
          </div>
        </>
      )}
    </Part>
  )
}

function Code({ issued }: { issued: Issued }) {
  const dates = useDates()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const groups = spellCode(issued.code)
  return (
    <div className={codeStyles.panel}>
      <h3 ref={heading} tabIndex={-1}>
        Kode untuk {issued.name}
      </h3>
      <p className={codeStyles.code} aria-hidden="true">
        {issued.code}
      </p>
      <ol className={codeStyles.groups} aria-label="Kode dieja">
        {groups.map((group, n) => (
          <li key={group[0]?.at ?? 0}>
            <ul className={codeStyles.letters} aria-label={`Kelompok ${n + 1}`}>
              {group.map(({ at, letter, word }) => (
                <li key={at}>
                  <b>{letter}</b> {word}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p>
        Berlaku sampai <b>{dates.long(issued.expiresAt)}</b>. Nama masuknya <b>{issued.signInName}</b>.
      </p>
      <Callout tone="warn" title="Kode ini hanya tampil sekarang">
        Bacakan atau cetak sebelum meninggalkan halaman ini. Berikan hanya kepada orangnya sendiri.
      </Callout>
      <div className={styles.buttons}>
        <Button icon="print" onClick={() => print()}>
          Cetak slip
        </Button>
      </div>
      <CodeSlips issued={[issued]} />
    </div>
  )
}
