import type { LeadsTo } from '@sepakat/rules'
import { paths } from '#ui/paths.ts'

/** Where a number leads: the figures of a form, or the reports it is of. */
export function leadsToPath(to: LeadsTo): string {
  if (to.page === 'figures') return paths.recap(to)
  return paths.reports({
    formulir: to.form,
    tahun: to.period ? undefined : String(to.year),
    periode: to.period,
    opd: to.office,
    sendiri: to.office && 'ya',
    ketepatan: to.timeliness,
  })
}
