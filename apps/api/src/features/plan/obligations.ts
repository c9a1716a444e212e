import {
  appendEvent,
  type ComparedObligation,
  compareObligations,
  extendObligation,
  generateObligations,
  officesOutsideWaves,
  reader,
  removeObligation,
  submissionStream,
} from '@sepakat/db'
import { reportTypeOf } from '@sepakat/rules'
import { reaches, requireReportTypes } from '../../http/acting.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

const count = (all: ComparedObligation[], state: ComparedObligation['state']): number =>
  all.filter(o => o.state === state).length

export const obligationPlanHandlers = handlers({
  'POST /obligations/preview': async ({ body, actor, db }) => {
    const tx = reader(db)
    const all = await compareObligations(tx, body.year, actor.reportTypes)
    return {
      items: all.map(o => ({
        obligation: o.id,
        office: { id: o.officeId, name: o.office },
        form: o.form,
        period: o.period,
        dueAt: o.dueAt.toISOString(),
        extended: o.extended,
        rows: o.rows,
        begun: o.begun,
        state: o.state,
      })),
      added: count(all, 'new'),
      existing: count(all, 'exists'),
      orphans: count(all, 'orphan'),
      outside: await officesOutsideWaves(tx, body.year, actor.reportTypes),
    }
  },

  'POST /obligations': async ({ body, actor, write }) =>
    write(async tx => {
      const { added, existing } = await generateObligations(tx, body.year, actor.reportTypes)
      const data = { year: body.year, added: added.length, existing, obligations: added.map(o => o.id) }
      await appendEvent(tx, { stream: 'rights', type: 'obligations.generated', actor: actor.id, data })
      return { added: added.length, existing }
    }),

  'DELETE /obligations/:id': async ({ params: { id }, actor, write, now }) =>
    write(async tx => {
      const found = await removeObligation(tx, id)
      if (found === null) throw problem('not-found')
      const { begun, officeId: office, form, period } = found
      requireReportTypes(actor, [reportTypeOf(form)])
      if (begun)
        throw problem('in-use', { detail: 'Laporan untuk kewajiban ini sudah dimulai, jadi kewajibannya tetap ada.' })
      const data = { obligation: id, office, form, period }
      await appendEvent(tx, { stream: 'rights', type: 'obligation.removed', actor: actor.id, at: now, data })
      return null
    }),

  'POST /obligations/:id/extension': async ({ params, body, actor, write, now }) =>
    write(async tx => {
      const dueAt = new Date(body.dueAt)
      if (dueAt <= now) throw invalid('/dueAt', 'Tenggat baru harus sesudah hari ini.')
      const extended = await extendObligation(tx, params.id, dueAt)
      if (extended === null) throw problem('not-found')
      const { officePath, form } = extended
      if (!reaches(actor, { officePath, reportType: reportTypeOf(form) })) throw problem('not-found')
      await appendEvent(tx, {
        stream: submissionStream(params.id),
        type: 'submission.extended',
        actor: actor.id,
        data: {
          obligation: params.id,
          from: extended.dueAt.toISOString(),
          to: dueAt.toISOString(),
          reason: body.reason,
        },
        binds: { submission: [params.id] },
      })
      return { id: params.id, dueAt: dueAt.toISOString() }
    }),
})
