import type { Cell, Place } from '@sepakat/rules'
import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { emptyWords } from '@sepakat/rules/words/textOf.ts'
import { useQuery } from '@tanstack/react-query'
import { cellHistoryQuery } from '#submissions/submissionQueries.ts'
import type { ResponseOf, Submission } from '#sync/apiTypes.ts'
import { hasCode } from '#sync/problems/ProblemError.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Table } from '#ui/Table.tsx'

type Line = ResponseOf<'GET /submissions/:id/changes'>['items'][number]

export interface CellHistoryProps {
  submission: Pick<Submission, 'id' | 'version' | 'readable'>
  names: FormNames
  /** Of a row. */
  anchor: string
}

const ways: Record<string, string> = {
  typed: 'diketik',
  api: 'lewat aplikasi lain',
  carry: 'dibawa dari periode lalu',
  import: 'dari berkas',
  offline: 'diketik luring',
}
const done: Record<string, string> = { add: 'baris ditambahkan', move: 'baris dipindahkan', remove: 'baris dihapus' }

/** Every accepted change of a row's answers, newest first: from what to what, by whom, when and how. */
export function CellHistory({ submission, names, anchor }: CellHistoryProps) {
  const dates = useDates()
  const { id, version, readable } = submission
  const changes = useQuery({ ...cellHistoryQuery(id, anchor, version), enabled: readable })
  if (!readable || hasCode(changes.error, 'no-right'))
    return (
      <EmptyState title="Isian sedang ada pada perangkat daerah">
        Riwayatnya dapat dibaca lagi begitu laporan dikirim.
      </EmptyState>
    )
  if (changes.isPending) return <SkeletonRows rows={4} label="Memuat riwayat isian…" />
  if (changes.isError) return <ProblemPanel error={changes.error} onRetry={() => changes.refetch()} />
  const lines = [...changes.data.items].reverse()
  if (lines.length === 0) return <EmptyState title="Baris ini belum pernah diisi" />

  const [, table = '', row = ''] = anchor.split('/')
  const field = (line: Line) => line.pointer.split('/')[3] ?? ''
  const worth = (line: Line, value: Line['to']) =>
    isCell(value) ? names.cell(table, row, field(line), value) : field(line) === 'state' ? emptyWords('state') : ''
  return (
    <Table
      caption="Perubahan isian"
      rows={lines}
      rowKey={line => line.changeId}
      columns={[
        { id: 'at', head: 'Waktu', rowHead: true, cell: line => dates.short(line.at) },
        {
          id: 'field',
          head: 'Isian',
          cell: line => (field(line) ? names.fieldLabel(table, row, field(line)) : (done[line.op] ?? line.op)),
        },
        { id: 'from', head: 'Dari', cell: line => worth(line, line.from) },
        { id: 'to', head: 'Menjadi', cell: line => worth(line, line.to) || (field(line) ? 'dikosongkan' : '') },
        { id: 'by', head: 'Oleh', cell: line => `${line.by.name}, ${ways[line.via] ?? line.via}` },
      ]}
    />
  )
}

const isCell = (value: Cell | Place | 'removed' | null | undefined): value is Cell =>
  value !== null && value !== undefined && (typeof value !== 'object' || 'asTyped' in value)
