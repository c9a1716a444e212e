import { expect, it } from 'vitest'
import { spanState } from './spanState.ts'

it.each([
  ['2026-11-25', null, 'future'],
  ['2026-11-24', null, 'held'],
  ['2026-01-01', '2026-11-24', 'held'],
  ['2026-01-01', '2026-11-23', 'over'],
])('from %s to %s is %s on 24 November', (from, to, state) => expect(spanState({ from, to }, '2026-11-24')).toBe(state))
