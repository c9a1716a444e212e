// Requests sent before the application runs: its start then finds the response on the way. No cache: each is taken once, soon, and
// only where it is an answer: a refusal may be of a session that has ended meanwhile.
const fresh = 10_000
const asked = new Map<string, { answer: Promise<Response>; at: number }>()

export function prefetch(address: string): void {
  const answer = fetch(address, { headers: { accept: 'application/json' }, credentials: 'same-origin' })
  answer.catch(() => undefined)
  asked.set(address, { answer, at: performance.now() })
}

/** The response on its way; else what `ask` gives. */
export async function prefetchedOr(address: string, ask: () => Promise<Response>): Promise<Response> {
  const one = asked.get(address)
  asked.delete(address)
  if (!one || performance.now() - one.at > fresh) return ask()
  const response = await one.answer
  return response.ok ? response : ask()
}

/** Another person signs in: what was asked for before is not for him or her. */
export const dropPrefetched = (): void => asked.clear()
