import { type MessageType, messageTypes } from '@sepakat/rules/webhooks/messageTypes.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import styles from '#administration/Admin.module.css'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { type Webhook, webhooksQuery } from './queries.ts'
import { SecretDialog } from './SecretDialog.tsx'
import { WebhookDialog } from './WebhookDialog.tsx'
import { WebhookState } from './WebhookState.tsx'

/** Where messages are sent, and whether they get there. */
function WebhooksTable({ webhooks }: { webhooks: readonly Webhook[] }) {
  const dates = useDates()
  const columns: Column<Webhook>[] = [
    {
      id: 'name',
      head: 'Penerima',
      rowHead: true,
      wide: true,
      cell: ({ id, name, url }) => (
        <>
          <Link to={paths.admin(`webhook/${id}`)}>{name}</Link>
          <span className={styles.small}>{url}</span>
        </>
      ),
    },
    {
      id: 'types',
      head: 'Diberitakan',
      wide: true,
      cell: ({ types, key }) => (
        <>
          {types.map(type => messageTypes[type as MessageType]?.label ?? type).join(', ')}
          <span className={styles.small}>sejauh kunci {key.name}</span>
        </>
      ),
    },
    {
      id: 'delivered',
      head: 'Terakhir sampai',
      cell: ({ deliveredAt }) => (deliveredAt ? dates.ago(deliveredAt) : 'belum pernah'),
    },
    { id: 'state', head: 'Keadaan', cardHead: '', cell: webhook => <WebhookState webhook={webhook} /> },
  ]
  return <Table caption="Daftar webhook" columns={columns} rows={webhooks} rowKey={({ id }) => id} />
}

export function WebhooksPage() {
  const all = useQuery(webhooksQuery)
  const { said, say } = useSaid()
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null)
  if (all.isError) return <PageProblem error={all.error} onRetry={() => all.refetch()} />
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
      Tambah webhook
    </Button>
  )
  return (
    <>
      <PageHead
        title="Webhook"
        crumbs={adminCrumbs([], 'Webhook')}
        intro={
          <>
            Pesan bertanda tangan kepada aplikasi lain begitu sesuatu berubah. Isinya hanya apa yang berubah, tanpa data
            pribadi; aplikasi membacanya sendiri dengan kuncinya. Cara menerimanya ada di{' '}
            <a href="/api/docs">petunjuk API</a>.
          </>
        }
        actions={add}
      />
      <div className={styles.part}>
        <Said said={said} />
        {all.isPending && <SkeletonRows rows={3} label="Memuat webhook…" />}
        {all.data?.items.length === 0 && (
          <EmptyState title="Belum ada webhook" action={add}>
            Tambahkan satu untuk setiap aplikasi yang perlu segera tahu.
          </EmptyState>
        )}
        {all.data && all.data.items.length > 0 && <WebhooksTable webhooks={all.data.items} />}
      </div>
      {adding && (
        <WebhookDialog
          webhook={null}
          onClose={() => setAdding(false)}
          onSaved={(sentence, secret) => {
            setAdding(false)
            say(sentence)
            setMade(secret)
          }}
        />
      )}
      {made && <SecretDialog {...made} onClose={() => setMade(null)} />}
    </>
  )
}
