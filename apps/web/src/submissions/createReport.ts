import type { Route } from '@sepakat/contract'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { recordCreatedHere } from '#sync/cache/createdHere.ts'
import { cacheTimeoutMs, readOwnCached, writeOwnCached } from '#sync/cache/deviceCache.ts'
import { NoAnswerError } from '#sync/problems/ProblemError.ts'
import { addressOf, api } from '#sync/transport/api.ts'

/**
 * Creates the report of an obligation, under the same id: on the server, or, where that does not answer, on this device. While
 * offline (`online`) the device does not wait to find out. @throws the server's refusal, and where neither can create it
 */
export async function createReport(person: string, obligation: string, online: boolean): Promise<void> {
  const there = async () => void (await api('POST /submissions', { body: { obligation } }))
  const here = () => createHere(person, obligation)
  if (!online) return here().catch(there)
  const asked = there().catch(error => {
    if (!(error instanceof NoAnswerError)) throw error
    return here()
  })
  // On a stalled connection a response may take minutes. What the server says later it repeats before anything else.
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>(resolve => {
    timer = setTimeout(() => here().then(resolve, () => undefined), cacheTimeoutMs)
  })
  await Promise.race([asked, late]).finally(() => clearTimeout(timer))
}

/** Writes the prefetched draft preview into the cache as if it had been created. */
async function createHere(person: string, obligation: string): Promise<void> {
  const params = { id: obligation }
  const draft = await readOwnCached<ResponseOf<'GET /obligations/:id/draft'>>(
    addressOf('GET /obligations/:id/draft', { params }),
  )
  if (!draft) throw new Error('this device was never given what the report begins with')
  const { submission, form, answers } = draft.data
  const keep = (route: Route, data: unknown) => writeOwnCached(addressOf(route, { params }), data)
  const answersHere = addressOf('GET /submissions/:id/answers', { params, query: { revs: true } })
  // A list may be older than the cached report itself, which another user has created: what they filled in must stay visible.
  if (!(await readOwnCached(answersHere))) {
    await keep('GET /submissions/:id', submission)
    await keep('GET /submissions/:id/form', form)
    await keep('GET /submissions/:id/notes', { items: [] })
    await keep('GET /submissions/:id/attachments', { items: [] })
    await writeOwnCached(answersHere, { ...answers, ahead: true })
  }
  await recordCreatedHere(person, obligation)
}
