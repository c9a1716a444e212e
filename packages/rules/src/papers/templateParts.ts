import type { FrozenBlock, FrozenRow, FrozenSection } from '../form/frozenSections.ts'
import { periodTitle, periodYear } from '../periods/period.ts'
import type { TableId } from '../types/Pointer.ts'
import type { PaperGiven, PaperKind, PaperSigner, PaperTable } from './PaperKind.ts'

/** The places of a report that its office signs. */
export const officePlaces: PaperKind['places'] = {
  tahun: ({ period }) => String(periodYear(period)),
  'tahun-lalu': ({ period }) => String(periodYear(period) - 1),
  periode: ({ period }) => periodTitle(period),
  'periode-besar': ({ period }) => periodTitle(period).toUpperCase(),
  daerah: ({ region }) => region,
  'perangkat-daerah': ({ office }) => office,
  'nama-besar': ({ office }) => office.toUpperCase(),
  'daerah-besar': ({ region }) => region.toUpperCase(),
  tempat: ({ place }) => place,
  tanggal: ({ day }) => day,
  judul: ({ item }) => item?.title ?? '',
  kode: ({ item }) => item?.code ?? '',
  uraian: ({ item }) => item?.text || 'Tidak diuraikan.',
}

/** Who signs for the office: its head of then, or room for one. */
export const headSigner = ({ head, office }: PaperGiven): PaperSigner => ({
  job: head?.title ?? `Kepala ${office}`,
  name: head?.name ?? null,
  under: [`NIP ${head?.nip ?? '.'.repeat(32)}`],
})

/** All rows of a table, wherever in the frozen form they are, in its order. */
export const rowsIn = (blocks: readonly (FrozenBlock | FrozenSection)[], table: TableId): FrozenRow[] =>
  blocks.flatMap(block =>
    'rows' in block
      ? block.rows.flatMap(row => [...(row.table === table ? [row] : []), ...rowsIn(row.blocks, table)])
      : rowsIn(block.blocks, table),
  )

/** A table with these lines, or one line that says there is nothing. */
export const listed = (
  columns: PaperTable['columns'],
  lines: PaperTable['lines'],
  nothing = 'Tidak ada.',
): PaperTable => ({
  columns,
  lines: lines.length > 0 ? lines : [{ cells: [{ text: nothing, columns: columns.length }] }],
})
