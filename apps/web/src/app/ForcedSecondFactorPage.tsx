import { SetUpSecondFactor } from '#features/account/second-factor/SetUpSecondFactor.tsx'
import { useMe, useSetMe } from '#sync/session/me.tsx'
import { signOut } from '#sync/session/signOut.ts'
import { api } from '#sync/transport/api.ts'
import { thisDevice } from '#sync/vault/thisDevice.ts'
import { Button } from '#ui/Button.tsx'
import { usePageTitle } from '#ui/usePageTitle.ts'
import styles from './ForcedPasswordPage.module.css'

/** Blocks everything else until the user, whose post requires a second factor, has set one up. */
export default function ForcedSecondFactorPage() {
  const me = useMe()
  const setMe = useSetMe()
  const heading = usePageTitle('Pasang verifikasi dua langkah')
  return (
    <main className={styles.page}>
      <h1 ref={heading} tabIndex={-1}>
        Pasang verifikasi dua langkah dahulu
      </h1>
      <p>
        {me.person.name}, jabatan pengelola sistem dan pejabat pengesah memerlukan kode dari aplikasi di ponsel selain
        sandi. Pemasangannya sekali saja; sesudah itu perangkat lain yang masih masuk dengan akun ini dikeluarkan.
      </p>
      <SetUpSecondFactor onDone={() => api('GET /session', { query: thisDevice() }).then(me => setMe(me))}>
        <Button kind="quiet" icon="out" onClick={() => void signOut()}>
          Keluar
        </Button>
      </SetUpSecondFactor>
    </main>
  )
}
