import type { Cell } from '@sepakat/rules'
import { type Status, statusLabels } from '@sepakat/rules/workflow/statuses.ts'
import type { FormNames } from '../../../lib/formNames.ts'
import type { Pending, Refusal } from '../outbox/pending.ts'
import { segmentsOf } from './cells.ts'

type Locked = Extract<Refusal, { result: 'locked' }>

const statusOf = (status: string): string => statusLabels[status as Status] ?? status

/** Why what was typed cannot be stored now: `Laporan berstatus Dikirim sejak 24 Nov 2026, 10.30 (oleh …)`. */
export function lockWords({ why, status, since, name }: Locked, instant: (at: string) => string): string {
  switch (why) {
    case 'period':
      return `Periode ini sudah ditutup sejak ${instant(since)}.`
    case 'contribution':
      return 'Bagian ini diserahkan kepada unit lain, atau sudah Anda nyatakan selesai.'
    case 'writer':
      return 'Isian ini diisi oleh penilai.'
    default:
      return `Laporan berstatus ${statusOf(status)} sejak ${instant(since)}${name ? ` (${name})` : ''}.`
  }
}

/** An unsent value as people read it; of a row, what was to be done with it. */
export function unsentText({ op, value, pointer }: Pending, names: FormNames): string {
  if (segmentsOf(pointer).field === undefined)
    return op === 'remove' ? 'menghapus baris' : op === 'move' ? 'memindahkan baris' : 'menambah baris'
  if (op === 'clear') return '(dikosongkan)'
  return valueText(pointer, value, names)
}

/** What stands, or was to stand, in a cell. */
export function valueText(pointer: string, value: unknown, names: FormNames): string {
  const { table, row, field = '' } = segmentsOf(pointer)
  return names.cell(table, row, field, value as Cell | null) || '(kosong)'
}
