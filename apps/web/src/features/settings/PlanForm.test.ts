import { expect, it } from 'vitest'
import { wrongFields } from '#testing/wrongFields.ts'
import { planYears } from './PlanForm.tsx'

it.each([
  ['2025', '2029', []],
  ['2025', '2030', []],
  ['2025', '2028', ['value.to']],
  ['2025', '2031', ['value.to']],
  ['2025', '2024', ['value.to']],
  ['25', '2030', ['value.from']],
  ['', 'x', ['value.from', 'value.to']],
])('a plan from %s to %s is wrong in %j', async (from, to, fields) => {
  const { value, unread } = planYears({ from, to })
  expect(Object.keys(await wrongFields('PUT /settings/:key', { value }, unread))).toEqual(fields)
})
