import {
  type Created,
  createNext,
  createSubmission,
  findSubmission,
  isOwn,
  loadRows,
  type Next,
  undone,
  viewSubmission,
  viewSubmissionIn,
} from '@sepakat/db'
import { type FormId, kinds, type Result, writtenAnswers } from '@sepakat/rules'
import { changeRefusal } from '../../http/change-refusal.ts'
import { problem } from '../../http/problem.ts'
import { handlers, reply } from '../../http/route.ts'
import { formOnWire } from './form-on-wire.ts'

const notOpen = ({ opensAt, closedAt }: Extract<Created, { outcome: 'not-open' }>, zone: string) => {
  const day = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: zone })
  const message = closedAt
    ? `Periode ini sudah ditutup pada ${day.format(closedAt)}. Mintalah perpanjangan kepada koordinator.`
    : `Periode ini baru dibuka pada ${day.format(opensAt ?? undefined)}.`
  return problem('needs-unmet', { detail: message, needs: [{ code: 'period-open', message }] })
}

const nextRefused: Record<'numbered' | 'approved', string> = {
  numbered: 'Formulir ini tidak mengenal perubahan. Mintalah pembukaan kembali kepada koordinator.',
  approved: 'Perubahan baru dapat dimulai sesudah laporan sebelumnya disetujui.',
}

const answerErrors = (refused: { pointer: string; result: Result }[]) =>
  refused.slice(0, 50).map(({ pointer, result }) => ({ ...changeRefusal(result), pointer: `/answers${pointer}` }))

const idOf = (made: Created | Next, zone: string): string => {
  switch (made.outcome) {
    case 'created':
    case 'there':
      return made.id
    case 'not-found':
      throw problem('not-found')
    case 'no-right':
      throw problem('no-right')
    case 'no-obligation':
      throw problem('no-obligation')
    case 'not-open':
      throw notOpen(made, zone)
    case 'refused': {
      if ('refused' in made) throw problem('invalid', { errors: answerErrors(made.refused) })
      const message = nextRefused[made.need]
      throw problem('needs-unmet', { detail: message, needs: [{ code: made.need, message }] })
    }
  }
}

export const createHandlers = handlers({
  // Begun and undone again, so that it is to the last cell what beginning makes; of one that has begun, as it stands.
  'GET /obligations/:id/draft': async ({ params, actor, db, now, today, deps }) => {
    const asker = { ...actor, today }
    const { zone } = (await deps.region.get()).region
    return undone(db, async tx => {
      const id = idOf(await createSubmission(tx, { of: { obligation: params.id }, asker, now }), zone)
      const submission = await viewSubmissionIn(tx, { id, asker, now })
      const record = await findSubmission(tx, id)
      const kind = record && kinds[record.form]
      const form = record && (await formOnWire(tx, record, { drafts: isOwn(asker, record), handed: null }))
      if (!submission || !kind || !form) throw problem('not-found')
      if (!submission.readable) throw problem('no-right')
      return { submission, form, answers: { version: record.version, ...writtenAnswers(await loadRows(tx, id), kind) } }
    })
  },

  'POST /submissions': async ({ body, actor, db, now, today, write, deps }) => {
    const asker = { ...actor, today }
    const made = await write<Created | Next>(tx => {
      if ('after' in body) return createNext(tx, { ...body, asker, now })
      const { answers, ...of } = body
      return createSubmission(tx, {
        of: of as { obligation: string } | { office: string; form: FormId; period: string },
        answers,
        asker,
        now,
      })
    })
    const id = idOf(made, (await deps.region.get()).region.zone)
    const submission = await viewSubmission(db, { id, asker, now, refresh: false })
    if (submission === null) throw problem('not-found')
    return reply(submission, { version: submission.version })
  },
})
