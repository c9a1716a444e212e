import { useEffect, useState } from 'react'
import { useMe } from '#sync/session/me.tsx'
import { watchOtherTabs } from '#sync/tabs/tabs.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'

/** Another tab changed the session's user or post: this tab is blocked until it is reloaded. */
export function OtherTab() {
  const me = useMe()
  const [same, setSame] = useState(true)
  useEffect(() => watchOtherTabs(me, setSame), [me])
  return (
    <Dialog
      open={!same}
      title="Orang atau jabatan sudah berganti di tab lain"
      foot={
        <Button kind="primary" icon="refresh" onClick={() => location.reload()} data-autofocus>
          Muat ulang tab ini
        </Button>
      }
    >
      <p>
        Di tab lain peramban ini orang atau jabatan yang dipakai sudah berganti. Supaya tidak ada yang tersimpan atas
        nama yang keliru, tab ini berhenti mengirim. Muat ulang, atau kembalikan jabatannya di tab lain itu.
      </p>
    </Dialog>
  )
}
