import { setTimeout as sleep } from 'node:timers/promises'
import { type RecentLog, shortened } from './recentLog.ts'

/** An answer, whatever its status; `body` is what the contract says of a success, all of it absent in a problem. */
export interface Answer<T> {
  status: number
  body: Partial<T> & { code?: string }
}
/** No response came, or one that broke off: what became of the request is unknown. */
export class NoAnswer extends Error {}

type Headers = Record<string, string>
/** Asks the API of one origin as one person. Bytes and forms go as they are. @throws NoAnswer when the connection breaks */
export type Caller = {
  <T = object>(method: string, path: string, body?: unknown, headers?: Headers): Promise<Answer<T>>
  /** The bytes of a file. @throws Error when the file is refused */
  bytes: (path: string) => Promise<Uint8Array>
}
interface CallerOptions {
  /** The origin that the browser would name, where it is another than the one that is asked. */
  from?: string
  /** The user, as the log names it. */
  who?: string
  log?: RecentLog
}

const timeoutMs = 60_000

export const callerWith = (
  origin: string,
  cookie: string,
  { from = origin, who = '', log }: CallerOptions = {},
): Caller => {
  /** The response and all of its body: a body that breaks off makes it none. */
  const ask = async <T>(
    [method, path, body, headers = {}]: [method: string, path: string, body?: unknown, headers?: Headers],
    read: (response: Response) => Promise<T>,
  ): Promise<{ status: number; whole: T }> => {
    const asIs = body instanceof FormData || body instanceof Uint8Array
    const sent = body === undefined ? undefined : asIs ? (body as BodyInit) : JSON.stringify(body)
    const begun = performance.now()
    const note = (came: object) =>
      log?.note('request', {
        ...{ who, method, path, ms: Math.round(performance.now() - begun) },
        ...(typeof sent === 'string' && { sent: shortened(sent) }),
        ...came,
      })
    try {
      const response = await fetch(`${origin}/api/v1${path}`, {
        method,
        headers: { cookie, origin: from, ...(!asIs && { 'content-type': 'application/json' }), ...headers },
        body: sent,
        signal: AbortSignal.timeout(timeoutMs),
      })
      const whole = await read(response)
      note({ status: response.status, ...(typeof whole === 'string' && { got: shortened(whole) }) })
      return { status: response.status, whole }
    } catch (cause) {
      note({ noAnswer: String((cause as Error).cause ?? cause) })
      throw new NoAnswer(`${method} ${path}: no answer`, { cause })
    }
  }
  const call = async <T>(...asked: [method: string, path: string, body?: unknown, headers?: Headers]) => {
    const { status, whole } = await ask(asked, response => response.text())
    return { status, body: parse(whole, `${asked[0]} ${asked[1]}: ${status}`) as Answer<T>['body'] }
  }
  const bytes = async (path: string) => {
    const { status, whole } = await ask(['GET', path], response => response.arrayBuffer())
    if (status !== 200) throw new Error(`GET ${path}: ${status}`)
    return new Uint8Array(whole)
  }
  return Object.assign(call, { bytes })
}

const parse = (text: string, where: string): unknown => {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    throw new Error(`${where}, not JSON: ${shortened(text, 200)}`)
  }
}

/** The answer; null where none came that says what became of it: the connection broke, or the server could not go on. */
export const answered = async <T>(asked: Promise<Answer<T>>): Promise<Answer<T> | null> => {
  const answer = await asked.catch(error => {
    if (error instanceof NoAnswer) return null
    throw error
  })
  return answer === null || answer.status >= 500 ? null : answer
}

/** Asks again, as any client does, until something is said; null where nothing is for ten seconds. */
export const untilSaid = async <T>(ask: () => Promise<T | null>): Promise<T | null> => {
  for (let n = 0; n < 40; n += 1) {
    const said = await ask()
    if (said !== null) return said
    await sleep(250)
  }
  return null
}

export const signIn = async (origin: string, name: string, password: string, log?: RecentLog): Promise<Caller> => {
  const answer = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  })
  if (!answer.ok) throw new Error(`sign-in of ${name}: ${answer.status} ${await answer.text()}`)
  const cookie = answer.headers.getSetCookie().map(line => line.split(';')[0])
  return callerWith(origin, cookie.join('; '), { who: name, log })
}

/** The body of an answer that must be a success. */
export const must = async <T>(asked: Promise<Answer<T>>): Promise<T> => {
  const { status, body } = await asked
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body as T
}

export interface Saved {
  results: { result: string; rev: number }[]
}
export type Cells<T> = Record<string, Record<string, Record<string, T>>>
