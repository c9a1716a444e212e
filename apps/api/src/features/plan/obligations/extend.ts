import { extendAnswer, extendObligation, lockToExtend, type Queryable, submissionStream, written } from '@sepakat/db'
import { extendsOwnDate, isToDo, reportTypeOf } from '@sepakat/rules'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { isInReach } from '#submissions/asker.ts'

type Asked = Pick<Context<'POST /obligations/:id/extension'>, 'params' | 'body' | 'actor' | 'now'>

/**
 * Moves the date that is waited for: the deadline of what was not sent, or the own date of what was. The deadline of what was sent
 * late or returned stays, since its punctuality is told by it. @throws invalid for a date that is past; not-found, also where it is not in the
 * actor's reach; wrong-status where no date of its office is waited for
 */
export const extend = async (tx: Queryable, { params: { id }, body, actor, now }: Asked) => {
  const dueAt = new Date(body.dueAt)
  if (dueAt <= now) throw invalid('/dueAt', 'Tenggat baru harus sesudah hari ini.')
  const found = await lockToExtend(tx, id)
  if (found === null) throw problem('not-found')
  if (!isInReach(actor, 'plan.manage', { ...found, reportType: reportTypeOf(found.form) })) throw problem('not-found')
  const { submission, status, number } = found
  if (!isToDo(status))
    throw problem('wrong-status', {
      detail:
        'Laporan ini sudah dikirim, jadi tenggatnya tetap. Bila isinya perlu diperbaiki, kembalikan atau buka kembali laporannya dengan tanggal jawaban; bila tenggat periodenya keliru, ubah di Rencana.',
    })
  const own = submission !== null && extendsOwnDate(found)
  if (!own && number > 1)
    throw problem('wrong-status', {
      detail: 'Perubahan laporan tidak bertenggat, jadi tidak ada yang perlu diperpanjang.',
    })
  await (own ? extendAnswer(tx, submission, dueAt) : extendObligation(tx, id, dueAt))
  const moved = own ? ('answer' as const) : ('report' as const)
  const report = own ? submission : id
  const data = {
    obligation: id,
    from: found.dueAt?.toISOString() ?? null,
    to: dueAt.toISOString(),
    moved,
    reason: body.reason,
  }
  return written(
    { id, dueAt: dueAt.toISOString(), moved },
    { stream: submissionStream(report), type: 'submission.extended', data, binds: { submission: [report] } },
  )
}
