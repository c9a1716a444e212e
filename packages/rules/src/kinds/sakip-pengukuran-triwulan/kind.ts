import { defineKind, type RegionOf } from '../../form/defineKind.ts'
import { parsePeriod, periodKey, quartersBefore } from '../../periods/period.ts'
import type { Kind } from '../../types/Kind.ts'
import { check } from './check.ts'
import { compute } from './compute.ts'
import { findings } from './findings.ts'
import { figures, quarterOf } from './measurement.ts'
import { tables } from './tables.ts'
import { meanOfOffices, moneyOfOffices, officesByBand } from './togetherOf.ts'

const form = 'sakip/pengukuran-triwulan'

const sources: Kind['sources'] = period => {
  const year = periodKey({ ...parsePeriod(period), quarter: null })
  const earlier = quartersBefore(period).map(key => [quarterOf(key), { form, period: key }] as const)
  return {
    register: { form: 'sakip/indikator', period: year },
    agreement: { form: 'sakip/perjanjian-kinerja', period: year, first: true },
    ...Object.fromEntries(earlier),
  }
}

export const kind = defineKind({
  form,
  title: 'Pengukuran kinerja',
  period: 'quarter',
  numbered: false,
  order: 3,
  reviewer: 'verifier',
  sources,
  tables,
  findings,
  figures,
  check,
  compute,
  consolidate: { of: 'perangkat daerah', by: 'perangkat daerah', counts: 'completeness', compute: consolidate },
})

/** The mean of the offices, their money, and how many are in each category. */
function consolidate(c: RegionOf<typeof figures>): void {
  meanOfOffices(c)
  moneyOfOffices(c)
  officesByBand(c, 'sakip.office', c.rules.sakip.scale)
}
