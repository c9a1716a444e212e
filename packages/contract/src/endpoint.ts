import type { EventType, Permission } from '@sepakat/rules'
import type { z } from 'zod'
import type { ProblemCode } from './problems.ts'

/** `public`: anyone; `signed-in`: any person or key; else the permission asked of the acting post or key. */
type Need = Permission | 'public' | 'signed-in'

/**
 * What a writing route leaves behind. `answers.changed`: its record is the AnswerChange rows themselves; `notices.read`: the notices;
 * `stores-nothing`: it computes an answer and keeps none, or bytes that go again unless they are attached. null: of reading routes, which need not say it.
 */
type Audit = EventType | 'answers.changed' | 'notices.read' | 'stores-nothing' | null

/** `open`: what anybody reads without signing in, counted apart. `compute`: what makes much work or a long answer of a small request; few run at once, the others wait their turn. */
type Rate = 'read' | 'write' | 'compute' | 'sign-in' | 'upload' | 'open'

/** How a repeated write is told from a new one. `natural`: the request names its own result (PUT, DELETE, a made id). */
type Once = 'idempotency-key' | 'change-id' | 'natural'

export interface Endpoint {
  summary: string
  /** What else a program must know, as small Markdown. */
  note?: string
  need: Need
  /** Asked for the region itself, not for one office: a post or key that reaches some offices only has no right to it. */
  of?: 'region'
  audit: Audit
  /** Other events that may come with it, or in its place. */
  also?: readonly EventType[]
  rate: Rate
  /** Beyond what the server can bear it is refused first, as `busy`: waiting for it loses nothing that was typed (0081). */
  canWait?: true
  once?: Once
  status: 200 | 201 | 204
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** Programs may send one; answered 412 `stale` where it does not match. */
  ifMatch?: true
  /** multipart/form-data with the fields of `body` and one part `file`. */
  multipart?: true
  /** A request of the tus protocol (1.0): bytes of a file in pieces, told apart by its headers. */
  tus?: true
  /** A file instead of an answer of ours, of one of these media types; of JSON its shape. */
  binary?: Readonly<Record<string, z.ZodType | null>>
  /** Server-sent events instead of JSON, for as long as it is listened to: the data of each is a `response`. */
  events?: true
  /** Of a file that is made when asked for: answered 202 with this and Retry-After until it is there. */
  pending?: z.ZodType
  /** Of an act on rights that may take a second person: answered 202 with this while it waits for one. */
  waits?: z.ZodType
  response: z.ZodType
  /** Where what was made is read, out of the parameters and the answer: it goes along as Location. */
  location?: `/${string}`
  problems: ProblemCode[]
}

/** As it is written in a table: answered 200 where nothing else is said. */
type Written<A> = Omit<Endpoint, 'audit' | 'status'> & { status?: Endpoint['status'] } & A
/** Leaves nothing behind. */
type Read = Written<{ audit?: null }>
/** What it leaves behind is always said. */
type Write = Written<{ audit: NonNullable<Audit> }>
type Table = Record<`GET /${string}`, Read> & Record<`${Exclude<Method, 'GET'>} /${string}`, Write>

type Filled<T> = {
  [R in keyof T]: (T[R] extends { audit: Audit } ? unknown : { audit: null }) &
    (T[R] extends { status: number } ? unknown : { status: 200 }) &
    T[R]
}

/** Keeps the precise types of a table of endpoints, whose keys are `METHOD /path/:param` under /api/v1, and says what goes without saying. */
export const endpoints = <const T extends Table>(table: T): Filled<T> =>
  Object.fromEntries(
    Object.entries<Read | Write>(table).map(([route, one]) => [route, { audit: null, status: 200, ...one }]),
  ) as Filled<T>

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
