import { api } from '@sepakat/contract'
import { type Branch, branchOf, loadRecap, reader, type Transaction } from '@sepakat/db'
import { type FormId, isPractice, type Kind, kinds, may, type PeriodKey, recapOf, reportTypeOf } from '@sepakat/rules'
import { z } from 'zod'
import { requireReportTypes } from '#http/auth/acting.ts'
import { JsonText } from '#http/JsonText.ts'
import type { Made } from '#http/keepSeen.ts'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { isInReach } from '#submissions/asker.ts'
import { fitsPeriod } from '#submissions/fitsPeriod.ts'
import { recapView } from './view.ts'

type Asked = Pick<Context<'GET /recap'>, 'query' | 'actor' | 'db' | 'deps' | 'today'>
const { response } = api['GET /recap']
type RecapAnswer = z.output<typeof response>

interface Ask {
  kind: Kind
  form: FormId
  period: PeriodKey
  provisional: boolean
  branch: Branch | null
  only: { code: string; row: string } | null
}

const makeRecap = async (tx: Transaction, { kind, branch, only, ...ask }: Ask): Promise<Made<RecapAnswer>> => {
  const loaded = await loadRecap(tx, { ...ask, offices: branch?.ids })
  if (!loaded) throw invalid('/form', 'Katalog formulir ini belum terbit.')
  const recap = recapOf(kind, {
    ...loaded,
    period: ask.period,
    otherRules: loaded.otherRules.length > 0,
    branch: branch !== null,
  })
  const view = recapView({ kind, period: ask.period, branch: branch?.office ?? null, only }, loaded, recap)
  return { answer: new JsonText(JSON.stringify(z.encode(response, view))) }
}

/** The branch that is asked for, where it is in reach; without one the region, for who reaches all of it: a mean reveals what it is made of. @throws no-right, not-found */
const branchAsked = async ({ query, actor: { access }, db, today }: Asked): Promise<Branch | null> => {
  const { office, form } = query
  if (office === undefined) {
    if (!may(access, 'figure.read', { today, office: [] })) throw problem('no-right')
    return null
  }
  const branch = await branchOf(reader(db), office)
  const reportType = reportTypeOf(form as FormId)
  if (!branch || !isInReach({ access, today }, 'figure.read', { officePath: branch.path, reportType }))
    throw problem('not-found')
  return branch
}

/** The figures of the region, or of a branch of the office tree, of one form in one period; all who ask at once share them. @throws no-right, not-found, invalid */
export const readRecap = async (asked: Asked) => {
  const { query, actor, deps } = asked
  const { period, provisional = false, code, row = '' } = query
  const form = query.form as FormId
  requireReportTypes(actor, [reportTypeOf(form)])
  const kind = kinds[form]
  if (!kind?.consolidate) throw invalid('/form', 'Formulir ini tidak direkapitulasi untuk seluruh daerah.')
  fitsPeriod(kind, period)
  if (isPractice(period)) throw invalid('/period', 'Angka masa latihan tidak pernah direkapitulasi.')
  const branch = await branchAsked(asked)
  const only = code === undefined ? null : { code, row }
  const ask = { form, period, provisional, only }
  const key = `recap ${JSON.stringify({ ...ask, office: branch?.office.id })}`
  return deps.keepSeen(key, tx => makeRecap(tx, { kind, branch, ...ask }))
}
