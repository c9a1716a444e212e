import { type Answer, type Connection, connect, type Request } from './connection.ts'

/** Gives the next request of a connection, or null where what was prepared is used up; `done` is told each answer. */
export interface Traffic {
  next: (connection: number) => Request | null
  done?: (connection: number, answer: Answer) => void
}

export interface Measured {
  requests: number
  perSecond: number
  p95: number
  /** Processor time of the server and PostgreSQL for one request, in milliseconds. */
  processor: number
  /** Bytes of an answer's body, in the mean. */
  bytes: number
  /** Answers that were not what the case expects, the first of them in words. */
  wrong: number
  firstWrong?: string
}

export const connections = 10

export interface Loaded {
  port: number
  processorTime: () => number
}

/**
 * Loads one server with ten kept-alive connections, each sending its next request when the last is answered, for so many seconds
 * and at least so many requests a connection.
 */
export const load = async (
  { port, processorTime }: Loaded,
  seconds: number,
  { next, done }: Traffic,
  least = 1,
): Promise<Measured> => {
  const opened = await Promise.all(Array.from({ length: connections }, () => connect(port)))
  const times: number[] = []
  const seen = { bytes: 0, wrong: 0, firstWrong: undefined as string | undefined }
  const before = processorTime()
  const begun = performance.now()
  const until = begun + seconds * 1000
  const drive = async (connection: Connection, n: number) => {
    for (let sent = 0; sent < least || performance.now() < until; sent++) {
      const request = next(n)
      if (request === null) return
      const answer = await connection.send(request)
      times.push(answer.ms)
      seen.bytes += Buffer.byteLength(answer.body)
      if (answer.status >= 200 && answer.status < 300) done?.(n, answer)
      else {
        seen.wrong += 1
        seen.firstWrong ??= `${request.method} ${request.path}: ${answer.status} ${answer.body.slice(0, 400)}`
      }
    }
  }
  await Promise.all(opened.map(drive))
  const took = (performance.now() - begun) / 1000
  for (const connection of opened) connection.close()
  times.sort((a, b) => a - b)
  const requests = times.length
  return {
    requests,
    perSecond: requests / took,
    processor: (processorTime() - before) / requests,
    p95: times[Math.min(requests - 1, Math.floor(requests * 0.95))] ?? 0,
    ...seen,
    bytes: requests === 0 ? 0 : seen.bytes / requests,
  }
}
