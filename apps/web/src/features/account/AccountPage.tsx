import { useState } from 'react'
import { useMe, useSetMe } from '#sync/session/me.tsx'
import { postPlace, postTitle } from '#sync/session/roles.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { StorageNote } from '#sync/vault/StorageNote.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Facts } from '#ui/Facts.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import styles from './Account.module.css'
import { AccountEvents } from './AccountEvents.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { Sessions } from './Sessions.tsx'
import { SecondFactor } from './second-factor/SecondFactor.tsx'

export default function AccountPage() {
  const me = useMe()
  const setMe = useSetMe()
  const invalidate = useInvalidate()
  const [changes, setChanges] = useState(0)
  const facts = {
    Nama: me.person.name,
    NIP: me.person.nip ?? 'tidak dicatat',
    'Nama pengguna': me.person.username ?? 'tidak ada; masuk dengan NIP',
    Jabatan: me.posts.map(post => `${postTitle(post)}, ${postPlace(post, me.region.name)}`).join('; ') || 'belum ada',
  }
  return (
    <>
      <PageHead title="Akun" />
      <div className={styles.parts}>
        <section className={styles.part} aria-labelledby="akun-saya">
          <h2 id="akun-saya">Data Anda</h2>
          <Facts facts={facts} />
          <p>
            <small>
              Ada yang keliru? Pengelola sistem yang mengubahnya. Tekan ? di halaman mana pun untuk melihat tombol
              pintasnya.
            </small>
          </p>
        </section>
        <section className={styles.part} aria-labelledby="akun-peristiwa">
          <h2 id="akun-peristiwa">Peristiwa tentang akun Anda</h2>
          <p>
            <small>
              Ada yang tidak Anda kenal, misalnya kode masuk yang tidak Anda minta? Ganti sandi Anda dan beri tahu
              pengawas.
            </small>
          </p>
          <AccountEvents />
        </section>
        <section className={styles.part} aria-labelledby="akun-perangkat">
          <h2 id="akun-perangkat">Perangkat yang sedang masuk</h2>
          <StorageNote all />
          <Sessions />
        </section>
        <section className={styles.part} aria-labelledby="akun-dua-langkah">
          <h2 id="akun-dua-langkah">Verifikasi dua langkah</h2>
          <SecondFactor />
        </section>
        <section className={styles.part} aria-labelledby="akun-sandi">
          <h2 id="akun-sandi">Ganti sandi</h2>
          {changes > 0 && (
            <Callout tone="good" title="Sandi sudah diganti" live>
              Perangkat lain sudah dikeluarkan.
            </Callout>
          )}
          <ChangePasswordForm
            key={changes}
            onChanged={(again, password) => {
              setMe(again, password)
              setChanges(changes + 1)
              return invalidate('GET /sessions')
            }}
          />
        </section>
      </div>
    </>
  )
}
