import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { useDates, useMe, useSetMe } from '#sync/session/me.tsx'
import { postPlace, postTitle } from '#sync/session/roles.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { StorageNote } from '#sync/vault/StorageNote.tsx'
import { Callout } from '#ui/Callout.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Facts } from '#ui/Facts.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { MailChoice } from './MailChoice.tsx'
import { type AccountEvent, accountEventsQuery } from './queries.ts'
import { Sessions } from './Sessions.tsx'
import { SecondFactor } from './second-factor/SecondFactor.tsx'

const byWhom = ({ own, by }: AccountEvent): string =>
  own ? 'Anda sendiri' : [by.name, by.title].filter(Boolean).join(', ')

/** What was done to this account and its rights, by others and by the user. */
function AccountEvents() {
  const dates = useDates()
  const list = useInfiniteQuery(accountEventsQuery)
  const columns: Column<AccountEvent>[] = [
    { id: 'words', head: 'Peristiwa', rowHead: true, cell: ({ words }) => words },
    { id: 'by', head: 'Oleh', cell: byWhom },
    { id: 'at', head: 'Kapan', cell: ({ at }) => dates.short(at) },
  ]
  return (
    <PagedList of={list} rows={3} noun="peristiwa" empty={<EmptyState title="Belum ada peristiwa" />}>
      {events => (
        <Table
          caption="Peristiwa tentang akun Anda"
          columns={columns}
          rows={events}
          rowKey={({ seq }) => String(seq)}
        />
      )}
    </PagedList>
  )
}

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
