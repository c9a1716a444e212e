import { type MessageType, messageTypes } from '@sepakat/rules/webhooks/messageTypes.ts'
import { Link } from 'react-router'
import styles from '#administration/Admin.module.css'
import { useDates } from '#sync/session/me.tsx'
import { paths } from '#ui/paths.ts'
import { type Column, Table } from '#ui/Table.tsx'
import type { Webhook } from './queries.ts'
import { WebhookState } from './WebhookState.tsx'

/** Where messages are sent, and whether they get there. */
export function WebhooksTable({ webhooks }: { webhooks: readonly Webhook[] }) {
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
