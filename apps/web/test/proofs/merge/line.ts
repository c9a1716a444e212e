import type { Saved, Wire } from '../../../src/features/form/outbox/pending.ts'
import { NoAnswerError } from '../../../src/lib/ProblemError.ts'
import type { Desk } from './desk.ts'

/** `cut`: before the server heard. `lost`: after it. `twice`: it heard twice. `late`: it hears much later, whoever waits for it. */
export const mishaps = ['cut', 'lost', 'twice', 'late'] as const
export type Mishap = (typeof mishaps)[number]

/** A request as it reached the server, and what came of it, though the answer may have been lost. */
interface Delivered {
  changes: Wire[]
  saved: Saved
  late: boolean
}

/** The line between a device and the server. `late`: how late (ms) a late request arrives. */
export function lineTo(desk: Desk, late: number) {
  const delivered: Delivered[] = []
  let up = true
  let next: Mishap | null = null
  let underway = 0

  const noAnswer = (): never => {
    throw new NoAnswerError('the line is down')
  }
  async function deliver(changes: Wire[], typedAt: string, late = false): Promise<Saved> {
    const saved = await desk.save(changes, typedAt)
    delivered.push({ changes, saved, late })
    return saved
  }
  async function through(changes: Wire[], typedAt: string, what: Mishap | null): Promise<Saved> {
    if (what === 'late') await new Promise(resolve => setTimeout(resolve, late))
    if (what === 'twice') await deliver(changes, typedAt)
    const saved = await deliver(changes, typedAt, what === 'late')
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
    async save(changes: Wire[], typedAt: string): Promise<Saved> {
      if (!up) return noAnswer()
      const what = next
      next = null
      if (what === 'cut') return noAnswer()
      underway += 1
      return through(changes, typedAt, what).finally(() => {
        underway -= 1
      })
    },
    async ask<T>(question: (desk: Desk) => Promise<T>): Promise<T> {
      return up ? question(desk) : noAnswer()
    },
  }
}
