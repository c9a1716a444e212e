import { useEffect, useRef, useState } from 'react'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { forgetPerson, lockedPerson } from '#sync/session/lockedPerson.ts'
import { forgetSignedIn, lockedFor } from '#sync/session/signedInHint.ts'
import { signInAnyway } from '#sync/session/signIn.ts'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Contact } from '#ui/Contact.tsx'
import { usePageTitle } from '#ui/usePageTitle.ts'
import { CodeForm } from './CodeForm.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'
import styles from './SignIn.module.css'
import { SignInForm, type SignInFormProps } from './SignInForm.tsx'

type Public = ResponseOf<'GET /public'>
const codeMode = '#kode'

/**
 * Usable at once: the contact and the demo accounts appear when they arrive. `offline`: a user was signed in here, and the server
 * does not answer.
 */
export function SignInPage({ onSignedIn, offline }: Pick<SignInFormProps, 'onSignedIn'> & { offline?: boolean }) {
  const [open, setOpen] = useState<Public | null>(null)
  const [withCode, setWithCode] = useState(location.hash === codeMode)
  const [given, setGiven] = useState<SignInFormProps['given']>()
  const [locked, setLocked] = useState(personOfLock)
  const heading = usePageTitle(withCode ? 'Masuk dengan kode' : 'Masuk')
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const turn = () => {
      // the name is asked by both forms, and typed once
      const name = box.current?.querySelector<HTMLInputElement>('input[name="name"]')?.value
      if (name !== undefined) setGiven({ name })
      setWithCode(location.hash === codeMode)
    }
    addEventListener('hashchange', turn)
    return () => removeEventListener('hashchange', turn)
  }, [])

  usePublic(setOpen)

  const shown = withCode ? 'code' : locked ? 'locked' : 'name'
  useEffect(() => {
    const fields = shown ? [...(box.current?.querySelectorAll('input') ?? [])] : []
    const next = fields.find(({ value }) => value === '') ?? fields[0]
    next?.focus()
  }, [shown])

  function leaveToOthers(): void {
    forgetSignedIn()
    void forgetPerson()
    history.replaceState(null, '', '/')
    setLocked(null)
  }

  return (
    <main className={styles.page}>
      <div ref={box} className={styles.box}>
        <header className={styles.brand}>
          <p className={styles.name}>SEPAKAT</p>
          <p className={styles.meaning}>
            Sinergitas Perangkat Daerah dalam rangka Akuntabilitas Kepala Daerah
            {open && ` · ${open.region.name}`}
          </p>
        </header>
        <h1 ref={heading} tabIndex={-1}>
          {withCode ? 'Masuk dengan kode' : 'Masuk'}
        </h1>
        {!withCode && <WhyHere offline={offline} locked={lockedFor() !== null} />}
        {withCode ? (
          <CodeForm onSignedIn={onSignedIn} given={given} />
        ) : (
          <SignInForm onSignedIn={onSignedIn} signIn={signInAnyway} given={given} locked={locked ?? undefined} />
        )}
        {locked && !withCode && (
          <Button kind="quiet" icon="out" onClick={leaveToOthers}>
            Bukan Anda? Keluar
          </Button>
        )}
        {withCode ? (
          <p>
            <a href="#masuk">Kembali ke masuk dengan sandi</a>
          </p>
        ) : (
          <p>
            Masuk pertama kali, atau lupa sandi? <a href={codeMode}>Pakai kode dari pengelola</a>
          </p>
        )}
        {open?.publicPage && (
          <p>
            <a href="/publik">Laporan kabupaten dan data terbuka untuk umum</a>
          </p>
        )}
        {open && (
          <p className={styles.ask}>
            Ada kesulitan? Hubungi <Contact contact={open.contact} about="SEPAKAT: saya tidak dapat masuk." />.
          </p>
        )}
      </div>
      {open && open.demo.length > 0 && shown === 'name' && (
        <DemoAccounts
          accounts={open.demo}
          filling={open.demoYear}
          onChoose={account => setGiven({ name: account.username, password: account.password })}
        />
      )}
    </main>
  )
}

const fillingMs = 3000

/** Told once, and again while the demo region is being filled in. */
function usePublic(tell: (open: Public) => void): void {
  useEffect(() => {
    let later: ReturnType<typeof setTimeout> | undefined
    let isLeft = false
    const ask = () =>
      api('GET /public').then(
        open => {
          if (isLeft) return
          tell(open)
          if (open.demoYear) later = setTimeout(ask, fillingMs)
        },
        () => undefined,
      )
    ask()
    return () => {
      isLeft = true
      clearTimeout(later)
    }
  }, [tell])
}

const personOfLock = () => {
  const id = lockedFor()
  return id === null ? null : lockedPerson(id)
}

function WhyHere({ offline, locked }: { offline: boolean | undefined; locked: boolean }) {
  if (offline)
    return (
      <Callout title="Server belum menjawab">
        Di perangkat yang pernah Anda pakai, nama dan sandi Anda membuka isian yang tersimpan di sini. Pekerjaan dapat
        dilanjutkan tanpa jaringan dan dikirim setelah jaringan kembali.
      </Callout>
    )
  if (locked)
    return (
      <Callout title="Layar dikunci">
        Perangkat ini tidak disentuh selama 15 menit. Yang sudah diketik tersimpan di sini dan hanya dapat dibuka oleh
        pemiliknya. Masuk untuk melanjutkan.
      </Callout>
    )
  return null
}
