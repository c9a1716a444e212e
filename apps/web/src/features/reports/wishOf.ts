import type { ReportType } from '@sepakat/rules'
import { isPeriodKey } from '@sepakat/rules/periods/period.ts'
import { type Timeliness, timelinesses } from '@sepakat/rules/workflow/lateness.ts'
import type { QueryOf } from '#sync/apiTypes.ts'

export const filterKeys = [
  'q',
  'jenis',
  'formulir',
  'status',
  'tahun',
  'periode',
  'opd',
  'sendiri',
  'ketepatan',
  'terlambat',
  'latihan',
] as const
export type Filters = Record<(typeof filterKeys)[number], string>
type Wish = QueryOf<'GET /obligations'>

const uuid = /^[0-9a-f-]{36}$/i

const isTimeliness = (text: string): text is Timeliness => timelinesses.some(one => one === text)

/** The API query for the filters in the address. Invalid ones (typed by hand) are left out. */
export function wishOf(filters: Filters, types: readonly string[], forms: readonly string[]): Wish {
  const year = Number(filters.tahun)
  return {
    ...(filters.q.trim() && { q: filters.q.trim().slice(0, 80) }),
    ...(types.includes(filters.jenis) && { reportType: filters.jenis as ReportType }),
    ...(forms.includes(filters.formulir) && { form: filters.formulir }),
    ...(/^[a-z-]+(,[a-z-]+)*$/.test(filters.status) && { status: filters.status }),
    ...(year >= 2015 && year <= 2100 && { year }),
    ...(isPeriodKey(filters.periode) && { period: filters.periode }),
    ...(uuid.test(filters.opd) && { office: filters.opd, ...(filters.sendiri === 'ya' && { alone: true }) }),
    ...(isTimeliness(filters.ketepatan) && { timeliness: filters.ketepatan }),
    ...(filters.terlambat === 'ya' && { late: true }),
    ...(filters.latihan === 'ya' && { practice: true }),
  }
}
