// Requests sent before the application runs: its start then finds the response on the way. Each is taken once.
const asked = new Map<string, Promise<Response>>()

export function prefetch(address: string): void {
  const answer = fetch(address, { headers: { accept: 'application/json' }, credentials: 'same-origin' })
  answer.catch(() => undefined)
  asked.set(address, answer)
}

export function takePrefetched(address: string): Promise<Response> | undefined {
  const answer = asked.get(address)
  asked.delete(address)
  return answer
}
