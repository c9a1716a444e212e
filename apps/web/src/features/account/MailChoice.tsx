import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { queryOf } from '#sync/transport/queryOf.ts'
import { Callout } from '#ui/Callout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { MailForm } from './MailForm.tsx'

const mailboxQuery = queryOf('GET /mailbox')

/** The choice of mail as the server has it; saved or changed elsewhere, the form begins with it again and says so. */
export function MailChoice() {
  const client = useQueryClient()
  const mailbox = useQuery(mailboxQuery)
  const { said, say } = useSaid()
  const [known, setKnown] = useState<number | null>(null)
  if (mailbox.isPending) return <SkeletonRows rows={3} />
  if (!mailbox.data) return <ProblemPanel error={mailbox.error} onRetry={() => mailbox.refetch()} />
  const { version } = mailbox.data
  if (known === null) setKnown(version)
  return (
    <>
      {known !== null && known < version && (
        <Callout tone="warn" live title="Pilihan ini baru saja diubah di perangkat lain">
          Di bawah ini yang tersimpan sekarang. Ubah lagi bila perlu, lalu simpan.
        </Callout>
      )}
      <MailForm
        key={version}
        mailbox={mailbox.data}
        onSend={() => say(null)}
        onSaved={saved => {
          setKnown(saved.version)
          client.setQueryData(mailboxQuery.queryKey, saved)
          say('Pilihan surat elektronik disimpan.')
        }}
        onStale={() => mailbox.refetch()}
      />
      <Said said={said} />
    </>
  )
}
