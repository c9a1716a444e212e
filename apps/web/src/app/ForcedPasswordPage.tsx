import { ChangePasswordForm } from '#features/account/ChangePasswordForm.tsx'
import { useMe, useSetMe } from '#sync/session/me.tsx'
import { signOut } from '#sync/session/signOut.ts'
import { Button } from '#ui/Button.tsx'
import { usePageTitle } from '#ui/usePageTitle.ts'
import styles from './ForcedPasswordPage.module.css'

/** Blocks everything else until the password is changed. */
export default function ForcedPasswordPage() {
  const me = useMe()
  const setMe = useSetMe()
  const heading = usePageTitle('Ganti sandi')
  return (
    <main className={styles.page}>
      <h1 ref={heading} tabIndex={-1}>
        Buat sandi baru dahulu
      </h1>
      <p>
        {me.person.name}, sandi Anda harus diganti sebelum Anda dapat melanjutkan. Sesudah itu perangkat lain yang masih
        masuk dengan akun ini dikeluarkan.
      </p>
      <ChangePasswordForm onChanged={setMe} />
      <Button kind="quiet" icon="out" onClick={() => void signOut()}>
        Keluar
      </Button>
    </main>
  )
}
