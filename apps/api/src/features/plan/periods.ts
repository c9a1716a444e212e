import {
  appendEvent,
  listPeriods,
  lockDueReports,
  type PeriodRow,
  putDue,
  putPeriods,
  type Queryable,
  reader,
  removePeriod,
  submissionStream,
} from '@sepakat/db'
import {
  type FormId,
  formTitle,
  isPractice,
  kinds,
  type PeriodKey,
  parsePeriod,
  periodTitle,
  reportTypeOf,
} from '@sepakat/rules'
import { type Acting, requireForm, requireReportTypes } from '../../http/acting.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'
import { type MovedDue, movedDues } from './moved-dues.ts'

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

interface PeriodIn {
  form: string
  key: PeriodKey
  opensAt: string
  dueAt: string
  closesAt: string
}

/** The periods as rows. @throws where one is no period of its form, stands there twice, or is of a report type that is not the actor's */
const periodRows = (periods: PeriodIn[], actor: Acting): PeriodRow[] => {
  const errors = periods.flatMap((p, i) => {
    const flaw = periodFlaw(p)
    const twice = periods.findIndex(q => q.form === p.form && q.key === p.key) !== i
    if (twice) return [{ pointer: `/periods/${i}/key`, code: 'twice', message: 'Periode ini ditulis dua kali.' }]
    return flaw ? [{ pointer: `/periods/${i}/${flaw.field}`, code: 'custom', message: flaw.message }] : []
  })
  if (errors.length > 0) throw problem('invalid', { errors })
  requireReportTypes(
    actor,
    periods.map(({ form }) => reportTypeOf(form as FormId)),
  )
  return periods.map(p => ({
    form: p.form as FormId,
    key: p.key,
    opensAt: new Date(p.opensAt),
    dueAt: new Date(p.dueAt),
    closesAt: new Date(p.closesAt),
  }))
}

/** Each report whose deadline moved has that in its own history; what is not begun has none yet. */
const appendMoves = async (
  tx: Queryable,
  moved: MovedDue[],
  { actor, at, reason }: { actor: Acting; at: Date; reason: string | null },
): Promise<void> => {
  for (const { submission, obligation, dueAt, to, becomes } of moved) {
    if (submission === null) continue
    const data = { from: dueAt.toISOString(), to: to.toISOString(), becomes, reason }
    const stream = submissionStream(obligation)
    const binds = { submission: [obligation] }
    await appendEvent(tx, { stream, type: 'submission.due-moved', actor: actor.id, at, data, binds })
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

  'POST /periods/preview': async ({ body, actor, db, now }) => {
    const periods = periodRows(body.periods, actor)
    const tx = reader(db)
    const moves = await movedDues(tx, periods, { alsoSubmitted: false, now })
    const all = await movedDues(tx, periods, { alsoSubmitted: true, now })
    const byItself = new Set(moves.map(({ obligation }) => obligation))
    return {
      items: all.flatMap(({ obligation, submission, office, form, period, dueAt, to, becomes }) =>
        becomes === null
          ? []
          : [
              {
                submission,
                office,
                form,
                title: formTitle(form),
                period,
                periodTitle: periodTitle(period),
                from: dueAt.toISOString(),
                to: to.toISOString(),
                submitted: !byItself.has(obligation),
                becomes,
              },
            ],
      ),
      moves: moves.length,
      submitted: all.length - moves.length,
    }
  },

  'PUT /periods': async ({ body: { reason, alsoSubmitted, ...body }, actor, write, now }) => {
    const periods = periodRows(body.periods, actor)
    return await write(async tx => {
      await lockDueReports(tx, periods)
      const moved = await movedDues(tx, periods, { alsoSubmitted, now })
      const judged = moved.filter(({ becomes }) => becomes !== null)
      if (judged.length > 0 && reason === null)
        throw invalid(
          '/reason',
          `Tulis alasannya: ${judged.length} laporan menjadi terlambat atau tidak lagi terlambat.`,
        )
      await putPeriods(tx, periods)
      await putDue(tx, moved)
      await appendMoves(tx, moved, { actor, at: now, reason })
      const named = (begun: boolean): string[] =>
        moved.flatMap(({ obligation, submission }) => ((submission !== null) === begun ? [obligation] : []))
      const due = moved.length === 0 ? {} : { reason, alsoSubmitted, reports: named(true), obligations: named(false) }
      const data = { periods: periods.map(onWire), ...due }
      await appendEvent(tx, { stream: 'rights', type: 'period.changed', actor: actor.id, at: now, data })
      return { items: periods.map(onWire) }
    })
  },

  'DELETE /periods/:type/:form/:key': async ({ params, actor, write, now }) => {
    const period = { form: requireForm(actor, params), key: params.key }
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
