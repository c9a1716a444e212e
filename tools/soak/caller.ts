/** An answer, whatever its status; `body` is what the contract says of a success, all of it absent in a problem. */
export interface Answer<T> {
  status: number
  body: Partial<T> & { code?: string }
}
/** Asks the API of one origin as one person. A connection that breaks throws. */
export type Caller = <T = object>(method: string, path: string, body?: unknown) => Promise<Answer<T>>

const patience = 60_000

export const callerWith =
  (origin: string, cookie: string, from = origin): Caller =>
  async <T>(method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { cookie, origin: from, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    })
    return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Answer<T>['body'] }
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
