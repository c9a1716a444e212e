import { expect, it } from 'vitest'
import { keyState } from './keyState.ts'

const now = Date.parse('2026-11-24T00:00:00Z')
const key = (expiresAt: string, revokedAt: string | null = null) => ({ expiresAt, revokedAt })

it.each([
  [key('2027-11-24T00:00:00Z'), 'valid'],
  [key('2026-12-24T00:00:00Z'), 'ending'],
  [key('2026-11-24T00:00:00Z'), 'expired'],
  [key('2027-11-24T00:00:00Z', '2026-11-23T00:00:00Z'), 'revoked'],
])('%o is %s', (given, state) => expect(keyState(given, now)).toBe(state))
