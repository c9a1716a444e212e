import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { asked as askedFor, waits } from '#administration/seconding.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { invalidate } from '#sync/transport/invalidate.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { DangerDialog } from '#ui/DangerDialog.tsx'
import { Part } from '#ui/Part.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { type Person, personQuery } from './queries.ts'

/** For a person who lost phone and recovery codes. The section goes once it is done. */
export function ResetSecondFactor({ person }: { person: Person }) {
  const { said, say } = useSaid()
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const reset = useMutation({
    mutationFn: () => api('POST /people/:id/second-factor/reset', { params: { id: person.id } }),
    onSuccess: after => {
      setAsked(false)
      if (waits(after)) {
        say(askedFor(`Mengatur ulang verifikasi dua langkah ${person.name}`))
        return invalidate(client, 'GET /secondings')
      }
      announce(`Verifikasi dua langkah ${person.name} dilepas.`)
      client.setQueryData(personQuery(person.id).queryKey, after)
      return undefined
    },
  })
  return (
    <Part title="Verifikasi dua langkah">
      <Said said={said} />
      <p className={styles.note}>
        Terpasang. Bila ponsel dan semua kode pemulihannya hilang, verifikasi itu diatur ulang.
      </p>
      <div className={styles.buttons}>
        <Button kind="danger" onClick={() => setAsked(true)}>
          Atur ulang
        </Button>
      </div>
      <DangerDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={`Atur ulang verifikasi dua langkah ${person.name}?`}
        keep="Batal"
        action="Atur ulang"
        busy={reset.isPending && 'Mengatur ulang…'}
        onConfirm={() => reset.mutate()}
      >
        <p>
          Pastikan dahulu, bertemu atau lewat telepon, bahwa benar ia yang memintanya. Ia dikeluarkan dari semua
          perangkat; sandinya saja cukup untuk masuk sampai ia memasang yang baru.
        </p>
        {reset.isError && <ProblemPanel error={reset.error} />}
      </DangerDialog>
    </Part>
  )
}
