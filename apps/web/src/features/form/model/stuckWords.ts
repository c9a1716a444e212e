import type { Field } from '@sepakat/rules'
import { type Status, statusLabels } from '@sepakat/rules/workflow/statuses.ts'
import { shownCell } from '../../../lib/shownCell.ts'
import type { Refusal, Stuck } from '../outbox/pending.ts'

type Locked = Extract<Refusal, { result: 'locked' }>

const statusOf = (status: string): string => statusLabels[status as Status] ?? status

/** Why what was typed cannot be stored now: `Laporan berstatus Dikirim sejak 24 Nov 2026, 10.30 (oleh …)`. */
export function lockWords({ why, status, since, name }: Locked, instant: (at: string) => string): string {
  switch (why) {
    case 'period':
      return `Periode ini sudah ditutup sejak ${instant(since)}.`
    case 'contribution':
      return 'Bagian ini tidak diserahkan kepada unit Anda.'
    case 'writer':
      return 'Isian ini diisi oleh penilai.'
    default:
      return `Laporan berstatus ${statusOf(status)} sejak ${instant(since)}${name ? ` (${name})` : ''}.`
  }
}

/** An unsent value as people read it; of a row, what was to be done with it. */
export function unsentText({ op, value, pointer }: Stuck, spec: Field | undefined): string {
  if (pointer.split('/').length === 3)
    return op === 'remove' ? 'menghapus baris' : op === 'move' ? 'memindahkan baris' : 'menambah baris'
  if (op === 'clear') return '(dikosongkan)'
  return cellText(spec, value)
}

export function cellText(spec: Field | undefined, value: unknown): string {
  if (value === null || value === undefined) return '(kosong)'
  const isCell =
    typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'object' && 'asTyped' in value)
  if (!isCell) return '(tempat baris)'
  return spec ? shownCell(spec, value as string) : String(value)
}
