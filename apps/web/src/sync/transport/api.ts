// The only HTTP client of the API. Types come from the contract (apiTypes.ts); nothing of it runs here.
import type { Route } from '@sepakat/contract'
import type { Answer, Args, Ask, ResponseOf } from '../apiTypes.ts'
import { ifCreatedHere, isCreatedByNow } from '../cache/createdHere.ts'
import {
  actsAs,
  type CacheEntry,
  intoCache,
  isConfirmedOnly,
  isCopied,
  personOf,
  readOwnCached,
  throughCache,
} from '../cache/deviceCache.ts'
import { newId } from '../newId.ts'
import { NoAnswerError, ProblemError } from '../problems/ProblemError.ts'
import { actsElsewhere, maySend } from '../tabs/tabs.ts'
import { sawAnswer, sawNoAnswer } from './online.ts'
import { prefetchedOr } from './prefetched.ts'
import { mostTurns, waitForTurn } from './serverBusy.ts'
import { signedInAgain, timesSignedInAgain } from './sessionGate.ts'
import { confirmed } from './unconfirmed.ts'
import { writeBegins } from './writing.ts'

interface Loose {
  params?: Record<string, string | number>
  query?: Record<string, unknown>
  body?: unknown
  file?: Blob
  fileName?: string
  signal?: AbortSignal | undefined
  known?: Answer<unknown> | undefined
  ifMatch?: number | string
  ifNoneMatch?: string | null | undefined
  idempotencyKey?: string
}

/**
 * Calls one route of the contract and returns its body: `api('GET /submissions/:id', { params: { id } })`.
 * What home and forms read comes from the cache while no response comes (sync/cache/deviceCache.ts).
 * @throws ProblemError a refusal, NoAnswerError when no response came, and AbortError of the given signal.
 */
export async function api<R extends Route>(route: R, ...args: Args<R>): Promise<ResponseOf<R>> {
  return (await call(route, ...args)).data
}

/** As `api`, with the ETag. What is in memory of a GET is with the query that read it (knownAnswers.ts); here nothing is kept. */
export async function call<R extends Route>(route: R, ...[options]: Args<R>): Promise<Answer<ResponseOf<R>>> {
  const loose = (options ?? {}) as Ask<R> & Loose
  if (!route.startsWith('GET ')) return answerOf(await answered(route, loose))
  const address = addressOf(route, loose)
  const ask = async (): Promise<CacheEntry<ResponseOf<R>>> => {
    const copy = () => (isCopied(route) || isConfirmedOnly(route) ? readOwnCached(address) : undefined)
    const known = (loose.known?.etag ? loose.known : await copy()) as Answer<ResponseOf<R>> | undefined
    const response = await answered(route, { ...loose, ifNoneMatch: known?.etag })
    if (response.status !== 304 || !known) return answerOf(response)
    // A response that is not read to its end counts as aborted, also one without a body.
    await response.text().catch(failed)
    return { data: known.data, etag: known.etag, unchanged: true }
  }
  if (isConfirmedOnly(route)) return intoCache(address, ask)
  return isCopied(route) ? throughCache(address, ask) : ask()
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const data = response.status === 204 ? null : await bodyOf(response)
  return { data: data as T, etag: response.headers.get('etag')?.replace(/^(W\/)?"|"$/g, '') ?? null }
}

/** A body that breaks off, or is a portal's page, is no answer. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text().catch(failed)
  try {
    return JSON.parse(text)
  } catch (error) {
    return failed(error)
  }
}

/** The file of a route, under the name it was sent with; while it is still being made, the seconds to wait instead. */
export async function file<R extends Route>(route: R, ...[options]: Args<R>): Promise<File | { waitSeconds: number }> {
  const response = await answered(route, (options ?? {}) as Ask<R> & Loose)
  if (response.status === 202) return { waitSeconds: Number(response.headers.get('retry-after')) || 2 }
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'berkas'
  return new File([await response.blob().catch(failed)], name)
}

async function answered(route: Route, loose: Loose): Promise<Response> {
  const request = requestOf(route, loose)
  if (!route.endsWith(' /session')) await confirmed()
  const before = timesSignedInAgain()
  let response = await sendInTurn(request)
  while (await hasCodeOf(response, 409, 'acting-elsewhere')) {
    await isStill(request)
    response = await send(request)
  }
  if (!route.endsWith('/session') && (await hasCodeOf(response, 401, 'not-signed-in')) && (await signedInAgain(before)))
    response = await send(request)
  if (response.status === 404 && route.includes(' /submissions/:id')) {
    const report = String(loose.params?.id)
    // what reads never writes: until the server has the report, its copy on this device is shown
    const isThere = route.startsWith('GET ')
      ? await isCreatedByNow(personOf(actsAs() ?? ''), report)
      : await createdFirst(report)
    if (isThere) response = await send(request)
  }
  if (!response.ok && response.status !== 304) throw new ProblemError(await problemOf(response))
  return response
}

/**
 * A report created on this device is created on the server before anything of it is written. Returns whether to retry the
 * request. @throws what keeps the server from creating it
 */
export const createdFirst = (report: string): Promise<boolean> =>
  ifCreatedHere(personOf(actsAs() ?? ''), report, () => answered('POST /submissions', { body: { obligation: report } }))

/** The URL of a route, for links and downloads. */
export function addressOf(route: Route, { params, query }: Pick<Loose, 'params' | 'query'> = {}): string {
  const path = route
    .slice(route.indexOf(' ') + 1)
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null) search.set(name, String(value))
  }
  return `/api/v1${path}${search.size > 0 ? `?${search}` : ''}`
}

interface Outgoing {
  address: string
  /** The user and post of the page when the request was made. */
  acting: string | null
  init: RequestInit
}

function requestOf(route: Route, { params, query, body, file, fileName, signal, ...rest }: Loose): Outgoing {
  const method = route.slice(0, route.indexOf(' '))
  const acting = actsAs()
  const headers = new Headers({ accept: 'application/json', ...(acting && { 'sepakat-acting': acting }) })
  if (rest.ifMatch !== undefined) headers.set('if-match', `"${rest.ifMatch}"`)
  if (rest.ifNoneMatch) headers.set('if-none-match', `"${rest.ifNoneMatch}"`)
  // an upload is identified by the id it carries
  if (method === 'POST' && !file) headers.set('idempotency-key', rest.idempotencyKey ?? newId())
  const sent = file ? formOf(body, file, fileName) : body === undefined ? undefined : JSON.stringify(body)
  if (typeof sent === 'string') headers.set('content-type', 'application/json')
  return {
    address: addressOf(route, { params, query }),
    acting,
    init: { method, headers, body: sent, signal: signal ?? null, credentials: 'same-origin' },
  }
}

function formOf(body: unknown, file: Blob, fileName = 'berkas'): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(body ?? {})) {
    if (value !== undefined && value !== null) form.set(name, String(value))
  }
  form.set('file', file, fileName)
  return form
}

/** Asks again what the server had no room for. Only reads wait here: the outbox and who presses a button know when to try again. */
async function sendInTurn(request: Outgoing): Promise<Response> {
  for (let turn = 0; ; turn++) {
    const response = await send(request)
    if (request.init.method !== 'GET' || turn === mostTurns || response.status !== 503) return response
    const { code, retryAfter } = await problemOf(response.clone())
    if (code !== 'busy' || retryAfter === undefined) return response
    await waitForTurn(retryAfter, request.init.signal)
  }
}

async function send({ address, init }: Outgoing): Promise<Response> {
  await maySend()
  const ended = init.method === 'GET' ? undefined : writeBegins()
  try {
    const ask = () => fetch(address, init)
    const response = await (init.method === 'GET' ? prefetchedOr(address, ask) : ask())
    sawAnswer()
    return response
  } catch (error) {
    return failed(error)
  } finally {
    ended?.()
  }
}

/** A failure of the connection as NoAnswerError, or AbortError of the given signal. Always throws. */
export function failed(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error
  sawNoAnswer()
  throw new NoAnswerError(error)
}

/** A switch of post in this very tab takes this long (ms) to be known here. */
const switchDelayMs = 500

/** Holds this tab while another user or post has the session; requests made before a switch of its own are dropped. */
async function isStill({ acting }: Outgoing): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, switchDelayMs))
  if (acting !== actsAs()) throw new NoAnswerError('sent as a user who has signed out')
  actsElsewhere()
}

async function hasCodeOf(response: Response, status: number, code: string): Promise<boolean> {
  return response.status === status && (await problemOf(response.clone())).code === code
}

/** A proxy in between may answer with a page of its own; the user still gets an instruction. A problem that breaks off is none. */
async function problemOf(response: Response): Promise<ProblemError['problem']> {
  const isJson = response.headers.get('content-type')?.includes('json') === true
  const text = await response.text().catch(failed)
  try {
    const problem = JSON.parse(text) as ProblemError['problem']
    if (typeof problem.code === 'string') return problem
  } catch (error) {
    if (isJson) return failed(error)
  }
  const busy = response.status === 502 || response.status === 503 || response.status === 504
  return {
    type: `/problems/${busy ? 'busy' : 'internal'}`,
    code: busy ? 'busy' : 'internal',
    status: response.status,
    title: busy ? 'Sistem sedang sibuk' : 'Terjadi kesalahan pada sistem',
    detail: 'Isian Anda tidak hilang. Coba lagi beberapa saat lagi.',
    instance: response.headers.get('x-request-id') ?? '',
  }
}
