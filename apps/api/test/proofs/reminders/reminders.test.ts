import { expect, it } from 'vitest'
import { proveReminders } from './proveReminders.ts'

// The short version of `npm run soak reminders`.
it('tells and mails what the rules ask for, while workers are killed: at most a copy for each kill', async () => {
  const ask = { seed: 7, offices: 6, from: '2026-04-09', to: '2026-04-24', killEach: 8, missed: 15 }
  const { copies, kills, expected, seen, lost, unasked, unlike } = await proveReminders(ask)
  expect({ unlike, lost, unasked }).toEqual({ unlike: [], lost: [], unasked: [] })
  expect(seen).toBe(expected)
  expect(expected).toBeGreaterThan(20)
  expect(kills).toBeGreaterThan(0)
  expect(copies).toBeLessThanOrEqual(kills)
})
