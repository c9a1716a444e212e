import { type Api, api, type Endpoint, type Route } from '@sepakat/contract'
import type { AfterEvents, Database, ReturnedEvent, Transaction, Written } from '@sepakat/db'
import type { EventType } from '@sepakat/rules'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Acting } from './auth/acting.ts'
import type { Cookie } from './cookie.ts'
import type { Deps } from './deps.ts'
import type { JsonText } from './JsonText.ts'

type Parsed<R extends Route, Part extends 'params' | 'query' | 'body'> =
  Api[R] extends Record<Part, infer S extends z.ZodType> ? z.output<S> : undefined

/** The events that a route declares. */
type EventsOf<R extends Route> = ReturnedEvent<
  Extract<Api[R]['audit'], EventType> | (Api[R] extends { also: readonly (infer E extends EventType)[] } ? E : never)
>

type Read<T> = T extends AfterEvents<infer X> ? X : T

/** `write` or `writeApart`, as a step that several routes share takes it. */
export type WriteOf<T, E extends EventType> = (
  run: (tx: Transaction) => Promise<Written<T, ReturnedEvent<E>>>,
) => Promise<T>

/** What a handler is given. Everything is validated, and the permission of the route is already asked. */
export interface Context<R extends Route> {
  params: Parsed<R, 'params'>
  query: Parsed<R, 'query'>
  /** Of a multipart route: undefined; the handler reads `request.parts()` and parses the fields by `parse`. */
  body: Api[R] extends { multipart: true } ? undefined : Parsed<R, 'body'>
  actor: Api[R]['need'] extends 'public' ? Acting | null : Acting
  db: Database
  /**
   * Runs the write of a route in one transaction, once a request, and appends the events that `run` returns before it commits:
   * without them, or with one that the route does not declare, it does not compile. Where the request carries an Idempotency-Key
   * its claim and the result of `run` are kept in that transaction too, and a repetition is answered as the first time without
   * `run`. `run` may be retried: no effect outside `tx`.
   */
  write<W extends Written<unknown, EventsOf<R>>>(run: (tx: Transaction) => Promise<W>): Promise<Read<W['result']>>
  /**
   * As `write`, but each time in a transaction of its own, whose work and events last whatever becomes of the request: a code that
   * is used up, each of a list. Of routes that take no Idempotency-Key.
   */
  writeApart<W extends Written<unknown, EventsOf<R>>>(run: (tx: Transaction) => Promise<W>): Promise<Read<W['result']>>
  now: Date
  /** The day of `now` in the region's zone, as 2026-03-31. */
  today: string
  /** The version a program names in If-Match; undefined where it sent none. */
  ifMatch: number | undefined
  deps: Deps
  request: FastifyRequest
}

type Answer<R extends Route> = z.output<Api[R]['response']>
/** What is answered 202 while it waits for a second person. */
type Waits<R extends Route> = Api[R] extends { waits: infer W extends z.ZodType } ? z.output<W> : never
export type Handler<R extends Route> = (
  context: Context<R>,
) => Promise<Answer<R> | JsonText<Answer<R>> | Reply<Answer<R> | Waits<R>>>
export type Handlers = { [R in Route]?: Handler<R> }

/** The handlers of one feature, keyed by contract route. */
export const handlers = (table: Handlers): Handlers => table

export interface ReplyOptions {
  /** Strong validator: the version of what is sent. Without it a GET gets a weak one from its body. */
  version?: number | string
  /** Says that the answer never changes, so that it is kept for a year and not asked again. */
  immutable?: true
  /** Says that it is still being made, or waits for a second person, where the route declares `pending` or `waits`. */
  pending?: true
  location?: string
  headers?: Record<string, string | string[]>
  cookies?: Cookie[]
}
export interface Reply<T> extends ReplyOptions {
  readonly reply: true
  body: T
}

/** Wraps the body of an answer where headers go with it. `Link: rel=next` needs none: it follows from `next` of the body. */
export const reply = <T>(body: T, options: ReplyOptions = {}): Reply<T> => ({ reply: true, body, ...options })

export const isReply = (answer: unknown): answer is Reply<unknown> =>
  typeof answer === 'object' && answer !== null && 'reply' in answer && answer.reply === true

/** Puts the features' handlers together. @throws where two features answer one route */
export const collect = (...features: Handlers[]): Handlers => {
  const routes = features.flatMap(feature => Object.keys(feature))
  const twice = routes.filter((route, i) => routes.indexOf(route) !== i)
  if (twice.length > 0) throw new Error(`routes with two handlers: ${twice.join(', ')}`)
  return Object.assign({}, ...features)
}

/** What is wrong with a table of endpoints and its handlers; boot stops unless it is nothing. */
export const flaws = (table: Record<string, Endpoint>, given: Record<string, unknown>): string[] => [
  ...Object.keys(table).flatMap(route => (given[route] ? [] : [`${route} has no handler`])),
  ...Object.keys(given).flatMap(route => (table[route] ? [] : [`${route} is not in the contract`])),
  ...Object.entries(table).flatMap(([route, { need, audit }]) => [
    ...(need ? [] : [`${route} declares no need`]),
    ...(audit || route.startsWith('GET ') ? [] : [`${route} writes and declares no audit event`]),
  ]),
]

export const checkWhole = (given: Handlers): void => {
  const found = flaws(api, given)
  if (found.length > 0) throw new Error(`the API does not fit its contract:\n${found.join('\n')}`)
}
