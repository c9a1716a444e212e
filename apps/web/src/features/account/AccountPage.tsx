import { useState } from 'react'
import { useMe, useSetMe } from '#sync/session/me.tsx'
import { postPlace, postTitle } from '#sync/session/roles.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { StorageNote } from '#sync/vault/StorageNote.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Facts } from '#ui/Facts.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { AccountEvents } from './AccountEvents.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { MailChoice } from './MailChoice.tsx'
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
      <Parts>
        <Part title="Data Anda">
          <Facts facts={facts} />
          <p>
            <small>
              Ada yang keliru? Pengelola sistem yang mengubahnya. Tekan ? di halaman mana pun untuk melihat tombol
              pintasnya.
            </small>
          </p>
        </Part>
        <Part title="Surat elektronik">
          <MailChoice />
        </Part>
        <Part title="Peristiwa tentang akun Anda">
          <p>
            <small>
              Ada yang tidak Anda kenal, misalnya kode masuk yang tidak Anda minta? Ganti sandi Anda dan beri tahu
              pengawas.
            </small>
          </p>
          <AccountEvents />
        </Part>
        <Part title="Perangkat yang sedang masuk">
          <StorageNote all />
          <Sessions />
        </Part>
        <Part title="Verifikasi dua langkah">
          <SecondFactor />
        </Part>
        <Part title="Ganti sandi">
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
        </Part>
      </Parts>
    </>
  )
}
