import createClient from 'openapi-fetch'
import type { components, paths } from './generated/openapi-typescript.ts'

type Body = Record<string, unknown>
/** As any program would send a form with a file. */
const asForm = (body: Body): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(body))
    if (value !== undefined && value !== null) form.append(name, value instanceof Blob ? value : String(value))
  return form
}

/** What was answered, or the problem by its code. */
const must = <T>({ data, error }: { data?: T; error?: components['schemas']['Problem'] }): T => {
  if (data !== undefined) return data
  const code: components['schemas']['ProblemCode'] | undefined = error?.code
  throw new Error(`${code}: ${JSON.stringify(error)}`)
}

export interface Told {
  baseUrl: string
  key: string
  form: components['schemas']['ReportLine']['form']
  period: string
  answers: components['schemas']['FormAnswers']
  change: { pointer: string; value: string }
  proof: Blob
}

/** Files a whole report: who am I, what is owed, what is asked, what would it come to, create, correct, prove, submit. */
export const fileReport = async ({ baseUrl, key, form, period, answers, change, proof }: Told) => {
  const api = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${key}` } })
  const me = must(await api.GET('/session'))
  if (me.key === null) throw new Error('a key sees itself')

  const owed = must(await api.GET('/obligations', { params: { query: { form, period } } }))
  const [line] = owed.items
  if (!line?.obligation) throw new Error('nothing is owed')
  const [type, name] = form.split('/') as [components['schemas']['ReportLine']['reportType'], string]
  const formPath = { type, form: name }
  must(
    await api.GET('/forms/{type}/{form}/schema', {
      params: { path: formPath, query: { office: line.office.id, period } },
    }),
  )
  const evaluation = must(
    await api.POST('/forms/{type}/{form}/evaluate', {
      params: { path: formPath },
      body: { office: line.office.id, period, answers },
    }),
  )

  const begun = await api.POST('/submissions', { body: { obligation: line.obligation, answers } })
  const submission = must(begun)
  const path = { id: submission.id }
  const read = await api.GET('/submissions/{id}/answers', { params: { path } })
  const changed = must(
    await api.PATCH('/submissions/{id}/answers', {
      params: { path, header: { 'If-Match': read.response.headers.get('etag') ?? '' } },
      body: { changes: [{ changeId: crypto.randomUUID(), op: 'set', ...change }] },
    }),
  )
  must(
    await api.POST('/submissions/{id}/attachments', {
      params: { path },
      body: { id: crypto.randomUUID(), anchor: change.pointer, title: 'Rekap', file: proof },
      bodySerializer: asForm,
    }),
  )
  const sent = must(
    await api.POST('/submissions/{id}/submit', {
      params: { path, header: { 'Idempotency-Key': `kirim-${submission.id}` } },
      body: {},
    }),
  )
  return {
    key: me.key,
    location: begun.response.headers.get('location'),
    figures: evaluation.figures.map(figure => figure.code),
    results: changed.results.map(result => result.result),
    status: sent.submission.status,
    receipt: sent.receipt.number,
    submission: submission.id,
  }
}

/** Answers every open note of a report that came back. */
export const answerNotes = async (
  { baseUrl, key }: Pick<Told, 'baseUrl' | 'key'>,
  submission: string,
  text: string,
) => {
  const api = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${key}` } })
  const { items } = must(await api.GET('/submissions/{id}/notes', { params: { path: { id: submission } } }))
  const answered = items.map(({ id: note }) =>
    api.POST('/submissions/{id}/notes/{note}/answers', {
      params: { path: { id: submission, note }, header: { 'Idempotency-Key': `jawab-${note}` } },
      body: { text },
    }),
  )
  return (await Promise.all(answered)).map(answer => must(answer).status)
}
