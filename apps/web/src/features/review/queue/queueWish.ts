import type { ReportType } from '@sepakat/rules'
import { isPeriodKey } from '@sepakat/rules/periods/period.ts'
import type { Wish } from '../queries.ts'

export const queueKeys = ['tab', 'q', 'jenis', 'opd', 'periode', 'status', 'milik', 'terlambat', 'latihan'] as const
export type QueueFilters = Record<(typeof queueKeys)[number], string>

/** The tabs of the queue. `status`: what each requests; the last leaves it to the filters. */
export const queueTabs = [
  { id: 'menunggu', label: 'Menunggu diambil', status: 'submitted,second-review', mine: false },
  { id: 'saya', label: 'Milik saya', status: 'in-review,second-review', mine: true },
  { id: 'dikembalikan', label: 'Dikembalikan', status: 'returned', mine: false },
  { id: 'disetujui', label: 'Disetujui', status: 'approved', mine: false },
  { id: 'semua', label: 'Semua', status: '', mine: false },
] as const
export type QueueTab = (typeof queueTabs)[number]

export const tabOf = (id: string): QueueTab => queueTabs.find(tab => tab.id === id) ?? queueTabs[0]

/** What a reviewer may see: drafts are the office's own, and a signature is its head's. */
export const reviewedStatuses = ['submitted', 'in-review', 'second-review', 'returned', 'approved'] as const

const uuid = /^[0-9a-f-]{36}$/i

/** The API query for the filters in the address. Invalid ones (typed by hand) are left out. */
export function queueWish(filters: QueueFilters, types: readonly string[]): Wish {
  const tab = tabOf(filters.tab)
  const own = reviewedStatuses.find(status => status === filters.status)
  return {
    status: tab.status || own || reviewedStatuses.join(),
    ...((tab.mine || (tab.id === 'semua' && filters.milik === 'ya')) && { mine: true }),
    ...(filters.q.trim() && { q: filters.q.trim().slice(0, 80) }),
    ...(types.includes(filters.jenis) && { reportType: filters.jenis as ReportType }),
    ...(isPeriodKey(filters.periode) && { period: filters.periode }),
    ...(uuid.test(filters.opd) && { office: filters.opd }),
    ...(filters.terlambat === 'ya' && { late: true }),
    ...(filters.latihan === 'ya' && { practice: true }),
  }
}
