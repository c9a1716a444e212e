/** Noise is failure: a test that writes to the console fails. */
import { afterEach, beforeEach, expect } from 'vitest'

const said: string[] = []
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
  console[method] = (...parts: unknown[]) => said.push(`console.${method}: ${parts.map(String).join(' ')}`)

beforeEach(() => {
  said.length = 0
})
afterEach(() => {
  expect(said, 'written to the console').toEqual([])
})
