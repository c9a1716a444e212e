import { appendEvent, listPeriods, type PeriodRow, putPeriods, reader, removePeriod, reportTypeOf } from '@sepakat/db'
import { type FormId, isPractice, kinds, type PeriodKey, parsePeriod, periodTitle } from '@sepakat/rules'
import { requireReportTypes } from '../../http/acting.ts'
import { problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

const onWire = (p: PeriodRow) => ({
  form: p.form,
  key: p.key,
  title: periodTitle(p.key),
  opensAt: p.opensAt.toISOString(),
  dueAt: p.dueAt.toISOString(),
  closesAt: p.closesAt.toISOString(),
  practice: isPractice(p.key),
})

/** A form that is known, and a period of the kind the form is filed in. */
const periodFlaw = ({ form, key }: { form: string; key: PeriodKey }): { field: string; message: string } | null => {
  const kind = kinds[form as FormId]
  if (kind === undefined) return { field: 'form', message: 'Formulir ini tidak dikenal.' }
  const quarterly = parsePeriod(key).quarter !== null
  if (quarterly === (kind.period === 'quarter')) return null
  return {
    field: 'key',
    message: quarterly
      ? 'Formulir ini dilaporkan tahunan: tulis tahunnya saja, misalnya 2026.'
      : 'Formulir ini dilaporkan triwulanan: tulis misalnya 2026-TW3.',
  }
}

export const periodHandlers = handlers({
  'GET /periods': async ({ query, db }) => ({
    items: (
      await listPeriods(reader(db), {
        ...(query.year === undefined ? {} : { year: query.year }),
        ...(query.form === undefined ? {} : { form: query.form }),
      })
    ).map(onWire),
  }),

  'PUT /periods': async ({ body, actor, write }) => {
    const errors = body.periods.flatMap((p, i) => {
      const flaw = periodFlaw(p)
      const twice = body.periods.findIndex(q => q.form === p.form && q.key === p.key) !== i
      if (twice) return [{ pointer: `/periods/${i}/key`, code: 'twice', message: 'Periode ini ditulis dua kali.' }]
      return flaw ? [{ pointer: `/periods/${i}/${flaw.field}`, code: 'custom', message: flaw.message }] : []
    })
    if (errors.length > 0) throw problem('invalid', { errors })
    requireReportTypes(
      actor,
      body.periods.map(({ form }) => reportTypeOf(form as FormId)),
    )
    const periods: PeriodRow[] = body.periods.map(p => ({
      form: p.form as FormId,
      key: p.key,
      opensAt: new Date(p.opensAt),
      dueAt: new Date(p.dueAt),
      closesAt: new Date(p.closesAt),
    }))
    return await write(async tx => {
      await putPeriods(tx, periods)
      const data = { periods: periods.map(onWire) }
      await appendEvent(tx, { stream: 'rights', type: 'period.changed', actor: actor.id, data })
      return { items: periods.map(onWire) }
    })
  },

  'DELETE /periods/:type/:form/:key': async ({ params, actor, write, now }) => {
    requireReportTypes(actor, [params.type])
    const period = { form: `${params.type}/${params.form}` as FormId, key: params.key }
    return write(async tx => {
      const done = await removePeriod(tx, period)
      if (done === 'in-use')
        throw problem('in-use', { detail: 'Periode ini sudah berkewajiban lapor. Hapus dahulu kewajibannya.' })
      if (done === 'not-found') throw problem('not-found')
      const data = { ...period, removed: true }
      await appendEvent(tx, { stream: 'rights', type: 'period.changed', actor: actor.id, at: now, data })
      return null
    })
  },
})
