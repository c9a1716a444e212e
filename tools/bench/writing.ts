import type { Ground } from './ground.ts'

export const api = '/api/v1'
/** One of a list, again from its start after its end. */
export const of = <T>(list: T[], n: number): T => list[n % list.length]!

/** Headers of a change by one of the operators. */
export const writing = ({ origin, cast }: Ground, n: number) => ({
  cookie: of(cast.operators, n),
  origin,
  'content-type': 'application/json',
})
