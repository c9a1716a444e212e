import { api } from '@sepakat/contract'
import { loadRecap, snapshot } from '@sepakat/db'
import { type FormId, isPractice, type Kind, kinds, type PeriodKey, recapOf, reportTypeOf } from '@sepakat/rules'
import { z } from 'zod'
import { requireReportTypes } from '#http/auth/acting.ts'
import { JsonText } from '#http/JsonText.ts'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { fitsPeriod } from '#submissions/fitsPeriod.ts'
import { recapView } from './view.ts'

type Asked = Pick<Context<'GET /recap'>, 'query' | 'actor' | 'db' | 'deps'>
const { response } = api['GET /recap']
type RecapAnswer = z.output<typeof response>

interface Ask {
  kind: Kind
  form: FormId
  period: PeriodKey
  provisional: boolean
}

const readNow = async ({ db }: Pick<Asked, 'db'>, { kind, ...ask }: Ask): Promise<JsonText<RecapAnswer>> => {
  const loaded = await snapshot(db, tx => loadRecap(tx, ask))
  if (!loaded) throw invalid('/form', 'Katalog formulir ini belum terbit.')
  const recap = recapOf(kind, { ...loaded, period: ask.period, otherRules: loaded.otherRules.length > 0 })
  return new JsonText(JSON.stringify(z.encode(response, recapView(ask, loaded, recap))))
}

/** The figures of the whole region of one form in one period; all who ask at once share them. @throws no-right, invalid */
export const readRecap = async ({ query, actor, db, deps }: Asked) => {
  const { period, provisional = false } = query
  const form = query.form as FormId
  requireReportTypes(actor, [reportTypeOf(form)])
  const kind = kinds[form]
  if (!kind?.consolidate) throw invalid('/form', 'Formulir ini tidak direkapitulasi untuk seluruh daerah.')
  fitsPeriod(kind, period)
  if (isPractice(period)) throw invalid('/period', 'Angka masa latihan tidak pernah direkapitulasi.')
  const ask = { form, period, provisional }
  return deps.share(`recap ${JSON.stringify(ask)}`, () => readNow({ db }, { kind, ...ask }))
}
