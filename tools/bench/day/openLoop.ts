import { type Answer, type Connection, connect, type Request } from '../connection.ts'

/** One action of somebody; `done` is told its answer. */
export interface Action {
  kind: string
  /** Number of the person, who does one thing after the other. */
  person: number
  /** Made when it is sent; null where nothing is left to do, which counts as not offered. */
  request: () => Request | null
  done?: (answer: Answer) => void
}

/** `ms`: from when the person meant to act, not from when the request went out. `status` 0: no answer came. */
export interface Outcome {
  kind: string
  status: number
  ms: number
  said: string
  retryAfter: string | undefined
}

const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/**
 * Sends so many actions a second whether earlier ones are answered or not: who waits is late, and lateness counts. What has no
 * answer `patientMs` after the end is given up.
 */
export const openLoop = async (
  port: number,
  { perSecond, seconds, patientMs }: { perSecond: number; seconds: number; patientMs: number },
  next: (n: number) => Action,
): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  const connections = new Map<number, Promise<Connection>>()
  const lasts = new Map<number, Promise<void>>()
  const waiting = new Set<{ kind: string; meant: number }>()
  const begun = performance.now()
  const act = async ({
    person,
    request,
    done,
  }: Action): Promise<Pick<Outcome, 'status' | 'said' | 'retryAfter'> | null> => {
    const asked = request()
    if (asked === null) return null
    try {
      const opened = connections.get(person) ?? connect(port)
      connections.set(person, opened)
      const answer = await (await opened).send(asked)
      if (answer.status < 300) done?.(answer)
      const retryAfter = /\r\nretry-after: (\d+)/i.exec(answer.head)?.[1]
      return { status: answer.status, said: `${asked.method} ${asked.path}: ${answer.body.slice(0, 300)}`, retryAfter }
    } catch (error) {
      connections.delete(person)
      return { status: 0, said: String(error), retryAfter: undefined }
    }
  }
  for (let n = 0; n < perSecond * seconds; n++) {
    const meant = begun + (n * 1000) / perSecond
    if (performance.now() < meant) await sleep(meant - performance.now())
    const action = next(n)
    const one = { kind: action.kind, meant }
    waiting.add(one)
    const run = async () => {
      const outcome = await act(action)
      if (waiting.delete(one) && outcome)
        outcomes.push({ kind: action.kind, ms: performance.now() - meant, ...outcome })
    }
    lasts.set(action.person, (lasts.get(action.person) ?? Promise.resolve()).then(run))
  }
  await Promise.race([Promise.all(lasts.values()), sleep(patientMs)])
  const end = performance.now()
  for (const { kind, meant } of waiting)
    outcomes.push({ kind, ms: end - meant, status: 0, said: 'no answer', retryAfter: undefined })
  waiting.clear()
  for (const opened of connections.values()) void opened.then(connection => connection.close())
  return outcomes
}
