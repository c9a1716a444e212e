import { type Created, createNext, createSubmission, type Next, viewSubmission } from '@sepakat/db'
import type { FormId, Result } from '@sepakat/rules'
import { changeRefusal } from '../../http/change-refusal.ts'
import { problem } from '../../http/problem.ts'
import { handlers, reply } from '../../http/route.ts'

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
    return reply(submission, { location: `/api/v1/submissions/${id}`, version: submission.version })
  },
})
