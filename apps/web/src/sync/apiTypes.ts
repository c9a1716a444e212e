// Request and response types of a route, inferred from the contract's schemas: zod itself never reaches the browser this way.
import type { Api, Route } from '@sepakat/contract'

type Out<T> = T extends { _zod: { output: infer O } } ? O : never
type In<T> = T extends { _zod: { input: infer I } } ? I : never
/** Keys are optional as in the input, values typed as in the output: what is coerced on the wire keeps a type here. */
type Merged<I, O> = { [K in keyof I]: K extends keyof O ? O[K] : never }

type ParamName<P extends string> = P extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | ParamName<`/${Tail}`>
    : Rest
  : never

/** The response while an act waits for a second person. */
type Waits<R extends Route> = Api[R] extends { waits: infer W } ? Out<W> : never
export type ResponseOf<R extends Route> = Out<Api[R]['response']> | Waits<R>
export type BodyOf<R extends Route> = Api[R] extends { body: infer B } ? In<B> : never
export type QueryOf<R extends Route> = Api[R] extends { query: infer Q } ? Merged<In<Q>, Out<Q>> : never

type Params<R extends Route> = [ParamName<R>] extends [never]
  ? unknown
  : { params: Record<ParamName<R>, string | number> }
type Query<R extends Route> = Api[R] extends { query: unknown }
  ? Record<string, never> extends QueryOf<R>
    ? { query?: QueryOf<R> }
    : { query: QueryOf<R> }
  : unknown
type Body<R extends Route> = Api[R] extends { body: unknown } ? { body: BodyOf<R> } : unknown
type File<R extends Route> = Api[R] extends { multipart: true } ? { file: Blob; fileName: string } : unknown

/** A response body with its version. */
export interface Answer<T> {
  data: T
  /** The version to send back as `ifMatch`, without quotes. */
  etag: string | null
  /** Of a copy on this device that no response has confirmed: when the server gave it (ms, by this device's clock). */
  at?: number
}

export interface CallOptions {
  signal?: AbortSignal | undefined
  /** What was read of this address before: it is asked for with its ETag, and given back where nothing changed. */
  known?: Answer<unknown> | undefined
  /** The version last read, for routes that take one. */
  ifMatch?: number | string
  /** Made once per intention, so that a press repeated after a lost response acts once. */
  idempotencyKey?: string
}
export type Ask<R extends Route> = CallOptions & Params<R> & Query<R> & Body<R> & File<R>
/** Options may be left out where nothing is required. */
export type Args<R extends Route> = Record<string, never> extends Ask<R> ? [options?: Ask<R>] : [options: Ask<R>]

export type Me = ResponseOf<'GET /session'>
export type Post = Me['posts'][number]
export type ReportLine = ResponseOf<'GET /obligations'>['items'][number]
export type ContributionLine = ResponseOf<'GET /contributions'>['items'][number]
export type Submission = ResponseOf<'GET /submissions/:id'>
export type RevisionLine = ResponseOf<'GET /submissions/:id/revisions'>['items'][number]
