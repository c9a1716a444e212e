import { scopeWord } from '@sepakat/rules/access/permissions.ts'
import styles from '#administration/Admin.module.css'
import { reportTypesText } from '#administration/reportTypes.ts'
import { useDates, useMe } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { actions, type Column, Table } from '#ui/Table.tsx'
import { Tag, type TagProps } from '#ui/Tag.tsx'
import { keyState, lastInstant, ownerEnds } from './keyState.ts'
import type { Key } from './queries.ts'

const states: Record<ReturnType<typeof keyState>, TagProps> = {
  valid: { tone: 'good', icon: 'check-circle', children: 'Berlaku' },
  ending: { tone: 'warn', icon: 'clock', children: 'Segera berakhir' },
  expired: { icon: 'circle', children: 'Kedaluwarsa' },
  narrowed: { tone: 'warn', icon: 'alert', children: 'Sebagian tidak berlaku' },
  unanswered: { tone: 'wrong', icon: 'alert', children: 'Penanggung jawab tanpa jabatan' },
  revoked: { tone: 'wrong', icon: 'lock', children: 'Dicabut' },
}

interface KeysTableProps {
  keys: readonly Key[]
  onRevoke: (key: Key) => void
  onHandOver: (key: Key) => void
}

export function KeysTable({ keys, onRevoke, onHandOver }: KeysTableProps) {
  const me = useMe()
  const dates = useDates()
  const columns: Column<Key>[] = [
    {
      id: 'name',
      head: 'Nama',
      rowHead: true,
      cell: key => (
        <>
          {key.name}
          <span className={styles.small}>
            <code>spk_{key.prefix}_…</code> · {key.owner}
          </span>
        </>
      ),
    },
    {
      id: 'scopes',
      head: 'Boleh',
      cell: key => (
        <>
          {key.scopes.map(scopeWord).join(', ')}
          <span className={styles.small}>
            {reportTypesText(key.reportTypes)} ·{' '}
            {key.region ? me.region.name : key.offices.map(office => office.name).join('; ')}
          </span>
          {key.answeredFor && key.idle.length > 0 && (
            <span className={styles.small}>
              Tidak berlaku karena jabatan penanggung jawabnya tidak memberinya: {key.idle.map(scopeWord).join(', ')}.
            </span>
          )}
        </>
      ),
    },
    {
      id: 'used',
      head: 'Terakhir dipakai',
      cell: key => (key.lastUsedAt ? dates.ago(key.lastUsedAt) : 'belum pernah'),
    },
    { id: 'until', head: 'Sampai', cell: key => dates.shortDay(dates.dayOf(lastInstant(key))) },
    {
      id: 'state',
      head: 'Keadaan',
      cardHead: '',
      cell: key => {
        const ends = ownerEnds(key, dates.now())
        return (
          <>
            <Tag {...states[keyState(key, dates.now())]} />
            {ends && (
              <span className={styles.small}>
                Jabatan {key.owner} berakhir {dates.shortDay(ends)}. Pindahkan sebelum itu.
              </span>
            )}
          </>
        )
      },
    },
    actions(
      key =>
        ['valid', 'ending', 'unanswered', 'narrowed'].includes(keyState(key, dates.now())) && (
          <div className={styles.buttons}>
            <Button small onClick={() => onHandOver(key)} aria-label={`Pindahkan kunci ${key.name}`}>
              Pindahkan
            </Button>
            <Button small onClick={() => onRevoke(key)} aria-label={`Cabut kunci ${key.name}`}>
              Cabut
            </Button>
          </div>
        ),
    ),
  ]
  return <Table caption="Daftar kunci API" columns={columns} rows={keys} rowKey={key => key.id} />
}
