import { useEffect, useState } from 'react'
import { api } from '../../lib/api.ts'
import type { ResponseOf } from '../../lib/apiTypes.ts'
import { lockedFor } from '../../lib/signedInHint.ts'
import { signInAnyway } from '../../lib/signIn.ts'
import { Callout } from '../../ui/Callout.tsx'
import { Contact } from '../../ui/Contact.tsx'
import { usePageTitle } from '../../ui/usePageTitle.ts'
import { CodeForm } from './CodeForm.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'
import styles from './SignIn.module.css'
import { SignInForm, type SignInFormProps } from './SignInForm.tsx'

type Public = ResponseOf<'GET /public'>
const codeMode = '#kode'

/**
 * Usable at once: whom to ask and the demo accounts come when they come. `noLine`: somebody was at work here, and the server does
 * not answer.
 */
export function SignInPage({ onSignedIn, noLine }: Pick<SignInFormProps, 'onSignedIn'> & { noLine?: boolean }) {
  const [open, setOpen] = useState<Public | null>(null)
  const [withCode, setWithCode] = useState(location.hash === codeMode)
  const [demo, setDemo] = useState<{ name: string; password: string }>()
  const heading = usePageTitle(withCode ? 'Masuk dengan kode' : 'Masuk')

  useEffect(() => {
    const asking = new AbortController()
    api('GET /public', { signal: asking.signal }).then(setOpen, () => undefined)
    const turn = () => setWithCode(location.hash === codeMode)
    addEventListener('hashchange', turn)
    return () => {
      asking.abort()
      removeEventListener('hashchange', turn)
    }
  }, [])

  return (
    <main className={styles.page}>
      <div className={styles.box}>
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
        {!withCode && <WhyHere noLine={noLine} />}
        {withCode ? (
          <CodeForm onSignedIn={onSignedIn} />
        ) : (
          <SignInForm onSignedIn={onSignedIn} signIn={signInAnyway} given={demo} />
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
        {open && (
          <p className={styles.ask}>
            Ada kesulitan? Hubungi <Contact contact={open.contact} about="SEPAKAT: saya tidak dapat masuk." />.
          </p>
        )}
      </div>
      {open && open.demo.length > 0 && !withCode && (
        <DemoAccounts
          accounts={open.demo}
          onChoose={account => setDemo({ name: account.username, password: account.password })}
        />
      )}
    </main>
  )
}

function WhyHere({ noLine }: { noLine: boolean | undefined }) {
  if (noLine)
    return (
      <Callout title="Server belum menjawab">
        Di perangkat yang pernah Anda pakai, nama dan sandi Anda membuka isian yang tersimpan di sini. Pekerjaan dapat
        dilanjutkan tanpa jaringan dan dikirim setelah jaringan kembali.
      </Callout>
    )
  if (lockedFor() !== null)
    return (
      <Callout title="Layar dikunci">
        Perangkat ini tidak disentuh selama 15 menit. Yang sudah diketik tersimpan di sini dan hanya dapat dibuka oleh
        pemiliknya. Masuk untuk melanjutkan.
      </Callout>
    )
  return null
}
