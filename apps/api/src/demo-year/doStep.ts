import { idOf } from '@sepakat/db/demo-year/idOf.ts'
import { smallPdf } from '@sepakat/db/demo-year/smallPdf.ts'
import type { YearStep } from '@sepakat/db/demo-year/YearStep.ts'
import { changesOf, kinds } from '@sepakat/rules'
import type { YearApi, YearRequest } from './yearApi.ts'

/** A file with what is said of it, as a browser sends it. */
const filePart = async (
  by: string,
  { at, does }: YearStep & { does: Extract<YearStep['does'], { what: 'attach' }> },
) => {
  const { id, anchor, title } = does.file
  const day = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const form = new FormData()
  for (const [name, value] of Object.entries({ id, anchor, title, date: day })) form.append(name, value)
  const pdf = smallPdf([title, `Data contoh, ${day}`, by])
  form.append('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'bukti.pdf')
  const encoded = new Response(form)
  return {
    body: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  }
}

/** Does one step to the report with that id, which what begins a Perubahan does not have yet. */
export const doStep = async ({ ask }: YearApi, step: YearStep, id: string): Promise<void> => {
  const { at, by, does, obligation, form } = step
  const report = `/submissions/${id}`
  const send = <T>(method: YearRequest['method'], path: string, more: Pick<YearRequest, 'body' | 'headers'> = {}) =>
    ask<T>({ by, at, method, path, ...more })
  switch (does.what) {
    case 'create':
      return send('POST', '/submissions', { body: { obligation, answers: does.answers } })
    case 'renew':
      return send('POST', '/submissions', { body: { after: obligation, reason: does.reason } })
    case 'attach':
      return send('POST', `${report}/attachments`, await filePart(by, { ...step, does }))
    case 'move':
      return send('POST', `${report}/${does.move}`, { body: does.body })
    case 'tick':
      return send('PUT', `${report}/ticks`, { body: { anchors: does.anchors, ticked: true } })
    case 'note':
      return send('POST', `${report}/notes`, { body: does.note })
    case 'resolve':
      return send('POST', `${report}/notes/${does.note}/resolve`, { body: {} })
    case 'extend':
      return send('POST', `/obligations/${obligation}/extension`, {
        body: { dueAt: does.dueAt.toISOString(), reason: does.reason },
      })
    case 'answer-notes': {
      const { items } = await send<{ items: { id: string; status: string }[] }>('GET', `${report}/notes`)
      for (const note of items.filter(({ status }) => status === 'open'))
        await send('POST', `${report}/notes/${note.id}/answers`, { body: { text: does.text } })
      return
    }
    case 'correct': {
      const { version } = await send<{ version: number }>('GET', report)
      const { changeId, pointer, value } = does
      const headers = { 'if-match': `"${version}"` }
      return send('PATCH', `${report}/answers`, {
        body: { changes: [{ changeId, op: 'set', pointer, value }] },
        headers,
      })
    }
    case 'evaluate': {
      let nth = 0
      const sent = changesOf(kinds[form]!, does.answers, () => idOf(at, id, nth++))
      const changes = sent.map(change => ({ ...change, base: 0 }))
      const { results } = await send<{ results: { result: string }[] }>('PATCH', `${report}/evaluation`, {
        body: { changes },
      })
      const refused = results.filter(({ result }) => result !== 'applied' && result !== 'already')
      if (refused.length > 0) throw new Error(`${report}/answers: ${JSON.stringify(refused.slice(0, 3))}`)
    }
  }
}
