import type { Route, Saved, Wire } from '#sync/outbox/pending.ts'
import { NoAnswerError } from '#sync/problems/ProblemError.ts'
import type { ReportClient } from './reportClient.ts'

/** `cut`: before the server received it. `lost`: after. `twice`: received twice. `late`: received much later, even if the client has given up. */
export const mishaps = ['cut', 'lost', 'twice', 'late'] as const
export type Mishap = (typeof mishaps)[number]

/** A request as it reached the server, and its result, though the response may have been lost. */
interface Delivered {
  changes: Wire[]
  saved: Saved
  late: boolean
}

/** The connection between a device and the server. `late`: the delay (ms) of a late request. */
export function lineTo(client: ReportClient, late: number) {
  const delivered: Delivered[] = []
  let up = true
  let next: Mishap | null = null
  let underway = 0

  const noAnswer = (): never => {
    throw new NoAnswerError('the line is down')
  }
  async function deliver(sent: Parameters<ReportClient['save']>, late = false): Promise<Saved> {
    const saved = await client.save(...sent)
    const [changes] = sent
    delivered.push({ changes, saved, late })
    return saved
  }
  async function through(sent: Parameters<ReportClient['save']>, what: Mishap | null): Promise<Saved> {
    if (what === 'late') await new Promise(resolve => setTimeout(resolve, late))
    if (what === 'twice') await deliver(sent)
    const saved = await deliver(sent, what === 'late')
    return what === 'lost' || !up ? noAnswer() : saved
  }
  return {
    delivered: delivered as readonly Delivered[],
    isUp: () => up,
    /** Requests that have not reached the server yet. */
    underway: () => underway,
    set: (now: boolean) => {
      up = now
    },
    /** What happens to the next save. */
    mishap: (what: Mishap | null) => {
      next = what
    },
    async save(changes: Wire[], typedAt: string, route: Route): Promise<Saved> {
      if (!up) return noAnswer()
      const what = next
      next = null
      if (what === 'cut') return noAnswer()
      underway += 1
      return through([changes, typedAt, route], what).finally(() => {
        underway -= 1
      })
    },
    async ask<T>(question: (client: ReportClient) => Promise<T>): Promise<T> {
      return up ? question(client) : noAnswer()
    },
  }
}
