import { loadRecap, snapshot } from '@sepakat/db'
import { type FormId, isPractice, kinds, recapOf, reportTypeOf } from '@sepakat/rules'
import { requireReportTypes } from '#http/auth/acting.ts'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { fitsPeriod } from '#submissions/fitsPeriod.ts'
import { recapView } from './view.ts'

type Asked = Pick<Context<'GET /recap'>, 'query' | 'actor' | 'db'>

/** The figures of the whole region of one form in one period. @throws no-right, invalid */
export const readRecap = async ({ query, actor, db }: Asked) => {
  const { period, provisional = false } = query
  const form = query.form as FormId
  requireReportTypes(actor, [reportTypeOf(form)])
  const kind = kinds[form]
  if (!kind?.consolidate) throw invalid('/form', 'Formulir ini tidak direkapitulasi untuk seluruh daerah.')
  fitsPeriod(kind, period)
  if (isPractice(period)) throw invalid('/period', 'Angka masa latihan tidak pernah direkapitulasi.')
  const loaded = await snapshot(db, tx => loadRecap(tx, { form, period, provisional }))
  if (!loaded) throw invalid('/form', 'Katalog formulir ini belum terbit.')
  const recap = recapOf(kind, { ...loaded, period, otherRules: loaded.otherRules.length > 0 })
  return recapView({ form, period }, loaded, recap)
}
