import { expect, it } from 'vitest'
import { periodPhase } from './PeriodTables.tsx'
import type { Period } from './queries.ts'

const period = {
  opensAt: '2027-01-01T00:00:00Z',
  dueAt: '2027-02-01T00:00:00Z',
  closesAt: '2027-03-01T00:00:00Z',
} as Period

it.each([
  ['2026-12-31T23:59:59Z', 'before'],
  ['2027-01-01T00:00:00Z', 'open'],
  ['2027-02-01T00:00:00Z', 'open'],
  ['2027-02-01T00:00:01Z', 'late'],
  ['2027-03-01T00:00:01Z', 'closed'],
])('at %s a period is %s', (now, phase) => expect(periodPhase(period, Date.parse(now))).toBe(phase))
