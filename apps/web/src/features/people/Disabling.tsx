import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { asked as askedFor, waits } from '#administration/seconding.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { invalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { DangerDialog } from '#ui/DangerDialog.tsx'
import { Part } from '#ui/Part.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { type Person, personQuery } from './queries.ts'

/** Disables an account at once, or enables it again. */
export function Disabling({ person }: { person: Person }) {
  const { said, say } = useSaid()
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const change = useMutation({
    mutationFn: (disabled: boolean) => api('PATCH /people/:id', { params: { id: person.id }, body: { disabled } }),
    onSuccess: after => {
      setAsked(false)
      if (waits(after)) {
        say(askedFor(`${person.disabled ? 'Pengaktifan' : 'Penonaktifan'} ${person.name}`))
        return invalidate(client, 'GET /secondings')
      }
      client.setQueryData(personQuery(person.id).queryKey, after)
      say(
        after.disabled
          ? `${person.name} dinonaktifkan dan sudah dikeluarkan dari semua perangkat.`
          : `${person.name} aktif kembali.`,
      )
      return invalidate(client, 'GET /people')
    },
  })
  if (person.disabled)
    return (
      <Part title="Dinonaktifkan">
        <Said said={said} />
        <p className={styles.note}>Ia tidak dapat masuk. Jabatan dan riwayatnya tetap tersimpan.</p>
        {change.isError && <ProblemPanel error={change.error} />}
        <div className={styles.buttons}>
          <Button busy={change.isPending && 'Mengaktifkan…'} onClick={() => change.mutate(false)}>
            Aktifkan kembali
          </Button>
        </div>
      </Part>
    )
  return (
    <Part title="Menonaktifkan">
      <Said said={said} />
      <p className={styles.note}>
        Untuk yang pindah, pensiun, atau akunnya diduga dipakai orang lain. Ia dikeluarkan saat itu juga dari semua
        perangkat.
      </p>
      <div className={styles.buttons}>
        <Button kind="danger" icon="lock" onClick={() => setAsked(true)}>
          Nonaktifkan
        </Button>
      </div>
      <DangerDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={`Nonaktifkan ${person.name}?`}
        keep="Batal"
        action="Nonaktifkan"
        busy={change.isPending && 'Menonaktifkan…'}
        onConfirm={() => change.mutate(true)}
      >
        <p>
          Ia langsung dikeluarkan dari semua komputer dan ponsel, dan tidak dapat masuk sampai diaktifkan kembali. Isian
          yang belum terkirim dari perangkatnya baru terkirim setelah itu.
        </p>
        {change.isError && <ProblemPanel error={change.error} />}
      </DangerDialog>
    </Part>
  )
}
