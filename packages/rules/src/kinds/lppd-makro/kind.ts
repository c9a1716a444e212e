// Macro performance of the region (LPPD chapter 2.1; PP 13/2019): six indicators as Statistics Indonesia publishes them, filed
// by the office the region names.
import { defineKind } from '../../form/defineKind.ts'
import { previousPeriod } from '../../periods/period.ts'
import { check } from './check.ts'
import { compute } from './compute.ts'
import { consolidate } from './consolidate.ts'
import { findings } from './findings.ts'
import { figures } from './macroContext.ts'
import { tables } from './tables.ts'

export const kind = defineKind({
  form: 'lppd/makro',
  title: 'Kinerja makro',
  period: 'year',
  numbered: false,
  reviewer: 'verifier',
  sources: period => ({ previous: { form: 'lppd/makro', period: previousPeriod(period) } }),
  tables,
  findings,
  figures,
  check,
  compute,
  consolidate: { of: 'indikator', by: 'indikator', counts: 'lppd.macro', compute: consolidate },
})
