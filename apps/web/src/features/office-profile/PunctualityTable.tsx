import { medianWords } from '@sepakat/rules/cockpit/punctuality.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { count } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import type { Reporting } from './queries.ts'

type Line = Reporting['punctuality'][number]

/** How much was submitted in time, by report type over the years; always of how many reports. */
export function PunctualityTable({ lines }: { lines: readonly Line[] }) {
  const columns: Column<Line>[] = [
    { id: 'year', head: 'Tahun', rowHead: true, cell: line => `${line.reportType.toUpperCase()} ${line.year}` },
    {
      id: 'time',
      head: 'Tepat waktu',
      cell: line => `${count(line.inTime)} dari ${count(line.judged)} laporan`,
    },
    { id: 'late', head: 'Terlambat dikirim', num: true, cell: line => count(line.late) },
    { id: 'missing', head: 'Lewat tenggat, belum dikirim', num: true, cell: line => count(line.missing) },
    {
      id: 'median',
      head: 'Nilai tengah waktu kirim',
      cell: line => medianWords(line.medianDays) || 'belum ada kiriman',
    },
    { id: 'extended', head: 'Diperpanjang', num: true, cell: line => count(line.extended) },
  ]
  return (
    <Part
      title="Ketepatan waktu"
      note="Kiriman pertama terhadap tenggat yang berlaku baginya, termasuk perpanjangan. Yang belum jatuh tempo dan belum dikirim tidak ikut. Nilai tengah: separuh kirimannya lebih awal dari itu, separuh lebih lambat."
    >
      {lines.length === 0 ? (
        <EmptyState title="Belum ada yang dapat dinilai">
          Ketepatan waktu dihitung begitu ada laporan yang dikirim atau lewat tenggat.
        </EmptyState>
      ) : (
        <Table
          caption="Ketepatan waktu menurut jenis laporan dan tahun"
          columns={columns}
          rows={lines}
          rowKey={line => `${line.reportType} ${line.year}`}
        />
      )}
    </Part>
  )
}
