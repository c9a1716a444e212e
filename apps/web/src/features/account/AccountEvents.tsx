import { useInfiniteQuery } from '@tanstack/react-query'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { useDates } from '#sync/session/me.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { type AccountEvent, accountEventsQuery } from './queries.ts'

const byWhom = ({ own, by }: AccountEvent): string =>
  own ? 'Anda sendiri' : [by.name, by.title].filter(Boolean).join(', ')

/** What was done to this account and its rights, by others and by the user. */
export function AccountEvents() {
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
