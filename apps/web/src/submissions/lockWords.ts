import { type Status, statusLabels } from '@sepakat/rules/workflow/statuses.ts'
import type { Refusal } from '#sync/outbox/pending.ts'

type Locked = Extract<Refusal, { result: 'locked' }>

const statusOf = (status: string): string => statusLabels[status as Status] ?? status

/** Why a typed value cannot be stored now: `Laporan berstatus Dikirim sejak 24 Nov 2026, 10.30 (oleh …)`. */
export function lockWords({ why, status, since, name }: Locked, instant: (at: string) => string): string {
  switch (why) {
    case 'period':
      return `Periode ini sudah ditutup sejak ${instant(since)}.`
    case 'contribution':
      return 'Bagian ini diserahkan kepada unit lain, atau sudah Anda nyatakan selesai.'
    case 'writer':
      return 'Isian ini diisi oleh penilai.'
    case 'claim':
      return `Laporan ini sedang diperiksa ${name || 'penilai lain'} sejak ${instant(since)}.`
    default:
      return `Laporan berstatus ${statusOf(status)} sejak ${instant(since)}${name ? ` (${name})` : ''}.`
  }
}
