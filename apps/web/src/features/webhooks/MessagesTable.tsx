import { type MessageType, messageTypes } from '@sepakat/rules/webhooks/messageTypes.ts'
import styles from '#administration/Admin.module.css'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { actions, type Column, Table } from '#ui/Table.tsx'
import { Tag, type TagProps } from '#ui/Tag.tsx'
import type { Message } from './queries.ts'

const states: Record<Message['status'], TagProps> = {
  waiting: { tone: 'warn', icon: 'clock', children: 'Menunggu' },
  delivered: { tone: 'good', icon: 'check-circle', children: 'Sampai' },
  failed: { tone: 'wrong', icon: 'alert', children: 'Gagal' },
  refused: { tone: 'wrong', icon: 'alert', children: 'Ditolak' },
}

/** What was sent, newest first, with each try and what it was answered. */
export function MessagesTable({
  messages,
  onResend,
}: {
  messages: readonly Message[]
  onResend: (message: Message) => void
}) {
  const dates = useDates()
  const columns: Column<Message>[] = [
    {
      id: 'type',
      head: 'Pesan',
      rowHead: true,
      cell: ({ type, id }) => (
        <>
          {messageTypes[type as MessageType]?.label ?? 'Pesan uji'}
          <span className={styles.small}>
            <code>{id}</code>
          </span>
        </>
      ),
    },
    { id: 'at', head: 'Saat', cell: ({ at }) => dates.short(at) },
    {
      id: 'status',
      head: 'Keadaan',
      cardHead: '',
      cell: ({ status, nextAt }) => (
        <>
          <Tag {...states[status]} />
          {nextAt && <span className={styles.small}>dicoba {dates.short(nextAt)}</span>}
        </>
      ),
    },
    {
      id: 'attempts',
      head: 'Percobaan',
      wide: true,
      cell: ({ attempts }) => (
        <ul>
          {attempts.map(({ n, at, tookMs, status, problem, answer }) => (
            <li key={n}>
              {n}. {dates.short(at)}: {status === null ? problem : `dijawab ${status} dalam ${tookMs} ms`}
              {answer && <span className={styles.small}>{answer}</span>}
            </li>
          ))}
        </ul>
      ),
    },
    actions(message => (
      <Button
        small
        onClick={() => onResend(message)}
        aria-label={`Kirim ulang pesan ${message.id}`}
        whyNot={message.status === 'waiting' && 'Masih dicoba sendiri.'}
      >
        Kirim ulang
      </Button>
    )),
  ]
  return <Table caption="Catatan pengiriman" columns={columns} rows={messages} rowKey={({ id }) => id} />
}
