import { setTimeout as sleep } from 'node:timers/promises'

/** An answer, whatever its status; `body` is what the contract says of a success, all of it absent in a problem. */
export interface Answer<T> {
  status: number
  body: Partial<T> & { code?: string }
}
export type Headers = Record<string, string>
/** Asks the API of one origin as one person. A connection that breaks throws. Bytes and forms go as they are. */
export type Caller = {
  <T = object>(method: string, path: string, body?: unknown, headers?: Headers): Promise<Answer<T>>
  /** The bytes of a file. */
  bytes: (path: string) => Promise<Uint8Array>
}

const patience = 60_000

export const callerWith = (origin: string, cookie: string, from = origin): Caller => {
  const ask = (method: string, path: string, body: unknown, headers: Headers): Promise<Response> => {
    const asIs = body instanceof FormData || body instanceof Uint8Array
    return fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { cookie, origin: from, ...(!asIs && { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : asIs ? (body as BodyInit) : JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    })
  }
  const call = async <T>(method: string, path: string, body?: unknown, headers: Headers = {}): Promise<Answer<T>> => {
    const answer = await ask(method, path, body, headers)
    return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Answer<T>['body'] }
  }
  const bytes = async (path: string) => new Uint8Array(await (await ask('GET', path, undefined, {})).arrayBuffer())
  return Object.assign(call, { bytes })
}

/** The answer; null where none came that says what became of it: the line broke, or the server could not go on. */
export const answered = async <T>(asked: Promise<Answer<T>>): Promise<Answer<T> | null> => {
  const answer = await asked.catch(() => null)
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

export const signIn = async (origin: string, name: string, password: string): Promise<Caller> => {
  const answer = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  })
  if (!answer.ok) throw new Error(`sign-in of ${name}: ${answer.status} ${await answer.text()}`)
  const cookie = answer.headers.getSetCookie().map(line => line.split(';')[0])
  return callerWith(origin, cookie.join('; '))
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
