import type { LeadsTo } from '@sepakat/rules'
import { paths } from '#ui/paths.ts'

/** Where a number leads: the figures of a form, one of them, or the reports it is of. */
export function leadsToPath(to: LeadsTo): string {
  if (to.page === 'figures')
    return to.code === undefined ? paths.recap(to) : paths.figure({ ...to, code: to.code, row: to.row ?? '' })
  return paths.reports({
    formulir: to.form,
    tahun: to.period ? undefined : String(to.year),
    periode: to.period,
    opd: to.office,
    sendiri: to.office && 'ya',
    ketepatan: to.timeliness,
  })
}
