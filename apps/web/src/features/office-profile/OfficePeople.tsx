import { Phone } from '#submissions/Phone.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Part } from '#ui/Part.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import type { Reporting } from './queries.ts'

type Person = Reporting['contacts'][number]

/** Who fills in and who signs for the office, with telephone numbers where the right to them is held. */
export function OfficePeople({ contacts, phones }: Pick<Reporting, 'contacts' | 'phones'>) {
  const columns: (Column<Person> | false)[] = [
    { id: 'name', head: 'Nama', rowHead: true, cell: one => one.name },
    { id: 'title', head: 'Jabatan', cell: one => one.title },
    {
      id: 'types',
      head: 'Jenis laporan',
      cell: one => (one.reportTypes.length === 0 ? 'semua' : one.reportTypes.join(', ').toUpperCase()),
    },
    phones && { id: 'phone', head: 'Telepon', cell: one => <Phone of={one} /> },
  ]
  return (
    <Part title="Orang" note={phones ? undefined : 'Nomor telepon ditampilkan kepada koordinator.'}>
      {contacts.length === 0 ? (
        <EmptyState title="Belum ada operator atau kepalanya">
          Orang muncul di sini setelah pengelola memberinya jabatan di perangkat daerah ini.
        </EmptyState>
      ) : (
        <Table
          caption="Orang yang melapor"
          columns={columns.filter(column => column !== false)}
          rows={contacts}
          rowKey={one => one.post}
        />
      )}
    </Part>
  )
}
