// Responses this page has read, so that a list read again is requested with its ETag and costs a 304 (the browser itself may store
// none of them). In memory only, of one user.
import type { Answer } from '../apiTypes.ts'

const most = 60
const answers = new Map<string, Answer<unknown>>()

export const cachedAnswer = (address: string): Answer<unknown> | undefined => answers.get(address)

/** Evicts the oldest. */
export function cacheAnswer(address: string, answer: Answer<unknown>): void {
  answers.delete(address)
  if (answer.etag === null) return
  answers.set(address, answer)
  const [oldest] = answers.keys()
  if (answers.size > most && oldest !== undefined) answers.delete(oldest)
}

/** Another user reads from now on. */
export const clearMemoryCache = (): void => answers.clear()
