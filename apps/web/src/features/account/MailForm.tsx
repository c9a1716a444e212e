import { type NoticeKind, noticeKindLabels, noticeKinds } from '@sepakat/rules/notices/noticeKinds.ts'
import { useState } from 'react'
import { PageForm } from '#administration/PageForm.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { hasCode } from '#sync/problems/ProblemError.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { Callout } from '#ui/Callout.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { TextField } from '#ui/TextField.tsx'
import styles from './Account.module.css'

type Mailbox = ResponseOf<'GET /mailbox'>

/** Which notices go by mail too, and where to. */
export function MailForm({
  mailbox,
  onSend,
  onSaved,
  onStale,
}: {
  mailbox: Mailbox
  onSend: () => void
  onSaved: (saved: Mailbox) => void
  /** Another choice was saved since this one was read. */
  onStale: () => Promise<unknown>
}) {
  const dates = useDates()
  const [address, setAddress] = useState(mailbox.address ?? '')
  const [without, setWithout] = useState<readonly NoticeKind[]>(mailbox.without)
  const form = useContractForm('PUT /mailbox', {
    body: () => ({ address: address.trim() || null, without: [...without], version: mailbox.version }),
    send: async body => {
      onSend()
      const saved = await api('PUT /mailbox', { body }).catch(async error => {
        if (hasCode(error, 'stale')) await onStale()
        throw error
      })
      onSaved(saved)
    },
  })
  const choose = (kind: NoticeKind, on: boolean) =>
    setWithout(on ? without.filter(one => one !== kind) : [...without, kind])
  return (
    <>
      <p>
        <small>Di aplikasi ini semua pemberitahuan selalu tampil. Lewat surat elektronik hanya yang Anda pilih.</small>
      </p>
      {!mailbox.on && (
        <Callout tone="info" title="Surat elektronik belum dinyalakan">
          Pengelola server belum memasang server surat. Pilihan Anda disimpan dan berlaku begitu dipasang.
        </Callout>
      )}
      {mailbox.refusedAt !== null && (
        <Callout tone="warn" title="Alamat ini ditolak server penerima">
          Sejak {dates.short(mailbox.refusedAt)} surat tidak lagi dikirim ke sana. Periksa alamatnya, lalu simpan lagi.
        </Callout>
      )}
      <PageForm of={form} fields={['address', 'without']} action="Simpan pilihan surat">
        <TextField
          label="Alamat surat elektronik"
          hint="Kosongkan bila tidak ingin menerima surat."
          type="email"
          autoComplete="email"
          value={address}
          maxLength={254}
          onChange={event => setAddress(event.target.value)}
          error={form.errorAt('address')}
        />
        <fieldset className={styles.kinds}>
          <legend>Kirim lewat surat elektronik</legend>
          {noticeKinds.map(kind => (
            <Checkbox
              key={kind}
              label={noticeKindLabels[kind]}
              checked={!without.includes(kind)}
              onChange={event => choose(kind, event.target.checked)}
            />
          ))}
        </fieldset>
      </PageForm>
    </>
  )
}
