import { expect, it } from 'vitest'
import { keyState, lastInstant, ownerEnds } from './keyState.ts'

const now = Date.parse('2026-11-24T00:00:00Z')
const key = (
  expiresAt: string,
  revokedAt: string | null = null,
  answeredFor = true,
  idle: string[] = [],
  ownerUntil: string | null = null,
) => ({
  expiresAt,
  revokedAt,
  answeredFor,
  idle,
  ownerUntil,
})

it.each([
  [key('2027-11-24T00:00:00Z'), 'valid'],
  [key('2026-12-24T00:00:00Z'), 'ending'],
  [key('2026-11-24T00:00:00Z'), 'expired'],
  [key('2027-11-24T00:00:00Z', '2026-11-23T00:00:00Z'), 'revoked'],
  [key('2027-11-24T00:00:00Z', null, false), 'unanswered'],
  [key('2026-11-24T00:00:00Z', null, false), 'expired'],
  [key('2027-11-24T00:00:00Z', null, true, ['submission.write']), 'narrowed'],
  [key('2027-11-24T00:00:00Z', null, true, [], '2026-12-01'), 'ending'],
  [key('2027-11-24T00:00:00Z', null, true, [], '2027-06-30'), 'valid'],
])('%o is %s', (given, state) => expect(keyState(given, now)).toBe(state))

it('a key expires at the end of its last day', () =>
  expect(lastInstant(key('2027-12-31T16:00:00Z'))).toBe('2027-12-31T15:59:59.999Z'))

it.each([
  ['2026-12-01', '2027-11-24T16:00:00Z', '2026-12-01'],
  ['2027-06-30', '2027-11-24T16:00:00Z', null],
  ['2026-12-01', '2026-12-01T16:00:00Z', null],
  [null, '2027-11-24T16:00:00Z', null],
])('an owner’s post until %s is warned of, for a key until %s: %s', (ownerUntil, expiresAt, warned) =>
  expect(ownerEnds({ ownerUntil, expiresAt }, now)).toBe(warned),
)
