import fc from 'fast-check'
import { expect } from 'vitest'
import type { SignedIn, TestApi } from './testApi.ts'

const odd = [
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  '🏝️',
  '',
  ' ',
  '-0',
  '1e3',
  '9'.repeat(400),
  "'; DROP TABLE note; --",
  '../../etc/passwd',
  '%00',
  'null',
  '2026-02-31',
  'x'.repeat(5_000),
]
/** A text that some program or enemy may send where another was meant. */
export const word = fc.oneof(fc.constantFrom(...odd), fc.string({ maxLength: 30, unit: 'binary' }), fc.uuid())
export const json = fc.jsonValue({ maxDepth: 5 })
/** Mostly one of these, sometimes anything. */
export const mostly = <T>(...of: T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...of) }, { weight: 1, arbitrary: fc.oneof(word, json) })

type Answer = { statusCode: number; body: string }

/** Sends what is made to one route, and gives how often each status came back. @throws where one was the server's own fault */
export const answersTo = async <T>(runs: number, of: fc.Arbitrary<T>, ask: (given: T) => Promise<Answer>) => {
  const counts: Record<number, number> = {}
  await fc.assert(
    fc.asyncProperty(of, async given => {
      const answer = await ask(given)
      counts[answer.statusCode] = (counts[answer.statusCode] ?? 0) + 1
      expect(answer.statusCode, `${JSON.stringify(given)} → ${answer.body}`).toBeLessThan(500)
    }),
    { numRuns: runs },
  )
  return counts
}

/** A body as JSON, whatever it is, from one who may. */
export const sender =
  (api: TestApi) =>
  (by: SignedIn, method: 'POST' | 'PUT', path: string, body: unknown): Promise<Answer> =>
    api.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...by.headers, 'content-type': 'application/json', origin: api.config.publicUrl },
      payload: JSON.stringify(body) ?? '',
    })
