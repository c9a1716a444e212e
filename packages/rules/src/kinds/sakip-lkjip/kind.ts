import { defineKind, type RegionOf } from '../../form/defineKind.ts'
import { parsePeriod, periodKey, type Quarter } from '../../periods/period.ts'
import type { Kind } from '../../types/Kind.ts'
import { meanOfOffices, moneyOfOffices, officesByBand, togetherOf } from '../sakip-pengukuran-triwulan/togetherOf.ts'
import { check } from './check.ts'
import { compute } from './compute.ts'
import { EARLIER, periodBefore, sourceOf } from './earlierYears.ts'
import { figures } from './figures.ts'
import { findings } from './findings.ts'
import { tables } from './tables.ts'

const form = 'sakip/lkjip'
const measurement = 'sakip/pengukuran-triwulan'
/** Shown beside each indicator; their results are read from the last. */
const QUARTERS = [1, 2, 3] as const

const sources: Kind['sources'] = period => {
  const ofQuarter = (quarter: Quarter) => periodKey({ ...parsePeriod(period), quarter })
  const told = ['sakip.realization', 'sakip.achievement']
  const before = EARLIER.map(
    back => [sourceOf(back), { form, period: periodBefore(period, back), figures: told }] as const,
  )
  return {
    register: { form: 'sakip/indikator', period },
    agreement: { form: 'sakip/perjanjian-kinerja', period, first: true },
    ...Object.fromEntries(QUARTERS.map(quarter => [`tw${quarter}`, { form: measurement, period: ofQuarter(quarter) }])),
    tw4: { form: measurement, period: ofQuarter(4), figures: ['sakip.realization'] },
    ...Object.fromEntries(before),
  }
}

export const kind = defineKind({
  form,
  title: 'Laporan kinerja (LKjIP)',
  period: 'year',
  numbered: false,
  order: 4,
  reviewer: 'verifier',
  papers: { lkjip: 'naskah LKjIP' },
  headSigns: 'lkjip',
  sources,
  tables,
  findings,
  figures,
  check,
  compute,
  consolidate: { of: 'perangkat daerah', by: 'perangkat daerah', counts: 'completeness', compute: consolidate },
})

/** The mean of the offices, their money with what is left of it, and how many are in each category. */
function consolidate(c: RegionOf<typeof figures>): void {
  meanOfOffices(c)
  moneyOfOffices(c)
  for (const code of ['sakip.spent', 'sakip.remaining'] as const)
    c.figure({ code, formula: 'sum.1', ...togetherOf(c, code) })
  officesByBand(c, 'sakip.office', c.rules.sakip.scale)
}
