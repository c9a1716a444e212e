import { expect, it } from 'vitest'
import { planErrors } from './PlanForm.tsx'

it.each([
  [2025, 2029, []],
  [2025, 2030, []],
  [2025, 2028, ['value.to']],
  [2025, 2031, ['value.to']],
  [2025, 2024, ['value.to']],
  [null, 2030, ['value.from']],
  [null, null, ['value.from', 'value.to']],
])('a plan from %s to %s is wrong in %j', (from, to, fields) => {
  expect(Object.entries(planErrors(from, to)).flatMap(([name, message]) => (message ? [name] : []))).toEqual(fields)
})
